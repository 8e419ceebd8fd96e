/** How an identity that may pass a role has something run with it. */
export interface Launch {
  /** the service that the role has to trust */
  readonly service: string;
  /** one action of each list is needed; those that act on what they make take any resource */
  readonly actions: readonly (readonly string[])[];
  /** completes "by …" */
  readonly by: string;
}

/**
 * Sources: Rhino Security Labs, AWS IAM privilege escalation methods; Bishop Fox, IAM Vulnerable; AWS Service Authorization
 * Reference (which actions need iam:PassRole).
 */
export const launches: readonly Launch[] = [
  { service: 'ec2.amazonaws.com', actions: [['ec2:RunInstances']], by: 'starting an instance' },
  {
    service: 'lambda.amazonaws.com',
    actions: [
      ['lambda:CreateFunction'],
      [
        'lambda:InvokeFunction',
        'lambda:CreateEventSourceMapping',
        'lambda:AddPermission',
        'lambda:CreateFunctionUrlConfig',
      ],
    ],
    by: 'making a function',
  },
  {
    service: 'cloudformation.amazonaws.com',
    actions: [['cloudformation:CreateStack']],
    by: 'making a stack',
  },
  {
    service: 'ecs-tasks.amazonaws.com',
    actions: [
      ['ecs:RegisterTaskDefinition'],
      ['ecs:RunTask', 'ecs:StartTask', 'ecs:CreateService', 'ecs:UpdateService'],
    ],
    by: 'running a task',
  },
  {
    service: 'codebuild.amazonaws.com',
    actions: [
      ['codebuild:CreateProject', 'codebuild:UpdateProject'],
      ['codebuild:StartBuild', 'codebuild:StartBuildBatch'],
    ],
    by: 'running a build',
  },
  {
    service: 'glue.amazonaws.com',
    actions: [['glue:CreateDevEndpoint', 'glue:CreateJob', 'glue:UpdateJob', 'glue:CreateSession']],
    by: 'running a Glue job',
  },
  {
    service: 'sagemaker.amazonaws.com',
    actions: [
      ['sagemaker:CreateNotebookInstance', 'sagemaker:CreateTrainingJob', 'sagemaker:CreateProcessingJob'],
    ],
    by: 'starting a SageMaker job',
  },
  {
    service: 'datapipeline.amazonaws.com',
    actions: [
      ['datapipeline:CreatePipeline'],
      ['datapipeline:PutPipelineDefinition'],
      ['datapipeline:ActivatePipeline'],
    ],
    by: 'running a pipeline',
  },
];
