import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/dockerfile.ts';

const file = (...lines: readonly string[]) => ({ Dockerfile: `${lines.join('\n')}\n` });
const debian = 'FROM debian:12.11-slim';

describeJudgements(checks, 'dockerfile', {
  'base-image-latest': [
    ['takes a name that no ARG declares for empty', file('FROM alpine$TAG'), ['medium Dockerfile']],
    ['sees that no version follows', file('FROM foo:$TAG'), ['medium Dockerfile']],
    [
      'knows the name behind a registry that is given at the build',
      file('ARG REGISTRY', 'FROM $REGISTRY/ubuntu'),
      ['medium Dockerfile'],
    ],
    ['cannot tell a tag that is given at the build', file('ARG TAG', 'FROM alpine:$TAG'), ['undecided']],
    ['cannot tell an image that is given at the build', file('ARG IMAGE', 'FROM $IMAGE'), ['undecided']],
    ['cannot tell an image that nothing gives', file('FROM $IMAGE'), ['undecided']],
  ],
  'secret-in-image': [
    ['minds an argument before the first FROM', file('ARG NPM_TOKEN', debian), ['medium Dockerfile']],
    [
      'says once what a stage takes up',
      file('ARG NPM_TOKEN', debian, 'ARG NPM_TOKEN'),
      ['medium Dockerfile'],
    ],
    ['lets plain arguments be', file('ARG VERSION', debian), []],
  ],
  'certificate-checks-off': [
    ['knows packages from settings', file('FROM node:22.17', 'RUN npm install strict-ssl false'), []],
    [
      'reads every way to say it',
      file(
        'FROM node:22.17',
        'RUN npm --strict-ssl=false ci',
        'RUN npm set strict-ssl false',
        'RUN yarn config set "strict-ssl" false',
        'RUN pip config set global.trusted-host pypi.example.com',
        'RUN conda config --set ssl_verify false',
      ),
      ['high', 'high', 'high', 'high', 'high'].map((severity) => `${severity} Dockerfile`),
    ],
  ],
  'package-version-missing': [
    [
      'takes true for the value of an option',
      file(debian, 'RUN gem install bundler:2.0.1 --use-system true'),
      [],
    ],
    ['leaves pacman alone, which installs no versions', file('FROM archlinux:1', 'RUN pacman -S git'), []],
  ],
  'package-lists-cached': [
    ['reads the flags of pacman', file('FROM archlinux:1', 'RUN pacman -Sy'), ['low Dockerfile']],
    ['minds an upgrade of everything alone', file('FROM archlinux:1', 'RUN pacman -Syu'), ['low Dockerfile']],
    ['lets a package follow', file('FROM archlinux:1', 'RUN pacman -Syu --noconfirm git'), []],
    ['lets an installation follow', file('FROM archlinux:1', 'RUN pacman -Sy && pacman -S git'), []],
  ],
  'package-cache-left-behind': [
    [
      'asks yum to clean all',
      file('FROM rockylinux:9.3', 'RUN yum -y install git && yum clean metadata'),
      ['low Dockerfile'],
    ],
    ['is content with all', file('FROM rockylinux:9.3', 'RUN dnf -y install git && dnf clean -y all'), []],
  ],
  'workdir-relative': [
    ['knows the drives of Windows', file(debian, 'WORKDIR "C:\\"', 'WORKDIR D:\\app'), []],
    ['minds what is below a folder', file(debian, 'WORKDIR app'), ['low Dockerfile']],
  ],
});
