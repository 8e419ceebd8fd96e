// Turns an order event into a mail.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

let sent = 0;

const server = createServer(async (request, response) => {
  if (request.url === '/healthz') return response.writeHead(204).end();
  if (request.url === '/metrics') return response.end(`mails_sent_total ${sent}\n`);
  if (request.method !== 'POST') return response.writeHead(404).end();
  await readFile(`/templates/${request.url.slice(1)}.txt`, 'utf8');
  sent += 1;
  response.writeHead(202).end();
});

server.listen(8080);
process.on('SIGTERM', () => server.close());
