import { isProduction } from '../../graph/circumstances.ts';
import { databases } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-insights-off',
  title: 'Production database without query insights',
  dimension: 'observability',
  severity: 'info',
  why: 'When the database is slow, the question is which query it is, and since when. Query Insights keeps that for a week, by application and user, at no charge and with little load.',
  controls: ['soc2:CC7.2'],
  sources: ['https://cloud.google.com/sql/docs/postgres/using-query-insights'],
  visits: databases,
  judge({ resource, node }) {
    if (!isProduction(resource) || !node.has('settings')) return;
    const setting = node.get('settings', 'insights_config', 'query_insights_enabled');
    if (setting?.flag() === true) return;
    return {
      message: `${resource.address} does not tell which of its queries are slow: set insights_config.query_insights_enabled.`,
      at: setting ?? node.get('settings')!,
      fix: {
        safety: 'safe',
        summary: 'enable query insights',
        edits: [
          {
            op: 'set',
            in: node,
            path: ['settings', 'insights_config', 'query_insights_enabled'],
            value: true,
          },
        ],
      },
    };
  },
  examples: {
    bad: { 'prod/main.tf': database('') },
    good: {
      'prod/main.tf': database('\n    insights_config {\n      query_insights_enabled = true\n    }\n'),
    },
  },
});

function database(insights: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"
${insights}  }
}
`;
}
