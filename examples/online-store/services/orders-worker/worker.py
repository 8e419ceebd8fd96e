"""Takes orders from the queue, books them, and appends them to the export of the day."""

import datetime
import logging
import os
import pathlib
import signal

import boto3
from prometheus_client import Counter, start_http_server

PROCESSED = Counter("orders_processed", "Orders that were booked")
QUEUE_URL = os.environ["ORDERS_QUEUE_URL"]
EXPORTS = pathlib.Path(os.environ["EXPORTS_FOLDER"])

running = True


def stop(*_):
    global running
    running = False


def book(order: str) -> None:
    today = datetime.date.today().isoformat()
    with open(EXPORTS / f"{today}.jsonl", "a", encoding="utf-8") as export:
        export.write(order + "\n")
    PROCESSED.inc()


def main() -> None:
    logging.basicConfig(level=os.environ.get("LOG_LEVEL", "info").upper())
    signal.signal(signal.SIGTERM, stop)
    start_http_server(9090)
    queue = boto3.client("sqs", region_name="eu-west-1")
    while running:
        answer = queue.receive_message(QueueUrl=QUEUE_URL, MaxNumberOfMessages=10, WaitTimeSeconds=20)
        for message in answer.get("Messages", []):
            book(message["Body"])
            queue.delete_message(QueueUrl=QUEUE_URL, ReceiptHandle=message["ReceiptHandle"])


if __name__ == "__main__":
    main()
