import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Runtimes that Cloud Functions no longer mends, or no longer deploys. Source: Cloud Run functions, runtime support. */
const retired =
  /^(nodejs(6|8|10|12|14|16|18)|python(37|38)|go1(11|13|16|18|19|20)|ruby(26|27|30)|php74|php81|dotnet3|java8)$/;

export default check({
  id: 'gcp/function-runtime-retired',
  title: 'Function on a runtime that is no longer mended',
  dimension: 'functionality',
  severity: 'medium',
  why: 'A retired runtime gets no security fixes, and after a while Google refuses every deployment on it, so that the next urgent change cannot go out. Move to a supported one while there is time.',
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://cloud.google.com/functions/docs/runtime-support'],
  visits: resources('google_cloudfunctions_function', 'google_cloudfunctions2_function'),
  judge({ resource, node }) {
    const runtime = node.get('runtime') ?? node.get('build_config', 'runtime');
    if (!runtime || !retired.test(runtime.text() ?? '')) return;
    return {
      message: `${resource.address} runs on ${runtime.text()}, which is no longer mended, and which Google refuses to deploy sooner or later: move to a supported version.`,
      at: runtime,
    };
  },
  examples: {
    bad: 'resource "google_cloudfunctions_function" "webhook" {\n  name    = "webhook"\n  runtime = "nodejs12"\n}\n',
    good: 'resource "google_cloudfunctions_function" "webhook" {\n  name    = "webhook"\n  runtime = "nodejs22"\n}\n',
  },
});
