import { describe, expect, it } from 'vitest';
import { Unknown } from '../../src/model/unknown.ts';
import { Budget } from '../../src/read/terraform/language/budget.ts';
import { convert } from '../../src/read/terraform/language/convert.ts';
import { evaluate } from '../../src/read/terraform/language/evaluate.ts';
import { Failure } from '../../src/read/terraform/language/failure.ts';
import type { Value } from '../../src/read/terraform/language/value.ts';
import { parseHclExpression } from '../../src/syntax/hcl/parse-hcl.ts';
import { filesOf } from '../support/evaluate-text.ts';
import {
  difference,
  hasOracles,
  isOpaque,
  type OracleType,
  type OracleValue,
  readOracle,
  readType,
  readValue,
} from './oracle-values.ts';

type Row = Readonly<Record<string, unknown>> & { readonly test: string };

/** Which function a test calls, and which of a row's fields are its arguments, in order. */
const calls: Readonly<Record<string, readonly [name: string, ...fields: string[]]>> = {
  TestAssumeEqual: ['assumeequal', 'Actual', 'Assumed'],
  TestAssumeNotNull: ['assumenotnull', 'Input'],
  TestAssumeStringPrefix: ['assumestringprefix', 'Input', 'Prefix'],
  TestCidrHost: ['cidrhost', 'Prefix', 'Hostnum'],
  TestCidrNetmask: ['cidrnetmask', 'Prefix'],
  TestCidrSubnet: ['cidrsubnet', 'Prefix', 'Newbits', 'Netnum'],
  TestCidrSubnets: ['cidrsubnets', 'Prefix', 'Newbits'],
  TestLength: ['length', 'Value'],
  TestAllTrue: ['alltrue', 'Collection'],
  TestAnyTrue: ['anytrue', 'Collection'],
  TestCoalesce: ['coalesce', 'Values'],
  TestIndex: ['index', 'List', 'Value'],
  TestLookup: ['lookup', 'Values'],
  TestMatchkeys: ['matchkeys', 'Keys', 'Values', 'Searchset'],
  TestOne: ['one', 'List'],
  TestSum: ['sum', 'List'],
  TestTranspose: ['transpose', 'Values'],
  TestUUIDV5: ['uuidv5', 'Namespace', 'Name'],
  TestBase64Sha256: ['base64sha256', 'String'],
  TestFileBase64Sha256: ['filebase64sha256', 'Path'],
  TestBase64Sha512: ['base64sha512', 'String'],
  TestFileBase64Sha512: ['filebase64sha512', 'Path'],
  TestMd5: ['md5', 'String'],
  TestFileMD5: ['filemd5', 'Path'],
  TestSha1: ['sha1', 'String'],
  TestFileSHA1: ['filesha1', 'Path'],
  TestSha256: ['sha256', 'String'],
  TestFileSHA256: ['filesha256', 'Path'],
  TestSha512: ['sha512', 'String'],
  TestFileSHA512: ['filesha512', 'Path'],
  TestTimeadd: ['timeadd', 'Time', 'Duration'],
  TestTimeCmp: ['timecmp', 'TimeA', 'TimeB'],
  TestBase64Decode: ['base64decode', 'String'],
  TestBase64Decode_error: ['base64decode', 'String'],
  TestBase64Encode: ['base64encode', 'String'],
  TestBase64Gzip: ['base64gzip', 'String'],
  TestBase64Gunzip: ['base64gunzip', 'String'],
  TestURLEncode: ['urlencode', 'String'],
  TestURLDecode: ['urldecode', 'String'],
  TestBase64TextEncode: ['textencodebase64', 'String', 'Encoding'],
  TestBase64TextDecode: ['textdecodebase64', 'String', 'Encoding'],
  TestEphemeralAsNullFunc: ['ephemeralasnull', 'Input'],
  TestFile: ['file', 'Path'],
  TestTemplateFile: ['templatefile', 'Path', 'Vars'],
  TestFileExists: ['fileexists', 'Path'],
  TestFileSet: ['fileset', 'Path', 'Pattern'],
  TestFileBase64: ['filebase64', 'Path'],
  TestBasename: ['basename', 'Path'],
  TestDirname: ['dirname', 'Path'],
  TestPathExpand: ['pathexpand', 'Path'],
  TestLog: ['log', 'Num', 'Base'],
  TestPow: ['pow', 'Num', 'Power'],
  TestSignum: ['signum', 'Num'],
  TestParseInt: ['parseint', 'Num', 'Base'],
  TestSensitive: ['sensitive', 'Input'],
  TestNonsensitive: ['nonsensitive', 'Input'],
  TestIsSensitive: ['issensitive', 'Input'],
  TestReplace: ['replace', 'String', 'Substr', 'Replace'],
  TestStrContains: ['strcontains', 'String', 'Substr'],
  TestStartsWith: ['startswith', 'String', 'Prefix'],
  TestTemplateString: ['templatestring', 'Content', 'Vars'],
};

const files = filesOf({
  'testdata/hello.txt': 'Hello World',
  'testdata/hello.tmpl': 'Hello, ${name}!',
  'testdata/func.tmpl': 'The items are ${join(", ", list)}',
  'testdata/recursive.tmpl': '${templatefile("testdata/recursive.tmpl", {})}',
  'testdata/list.tmpl': '%{ for x in list ~}\n- ${x}\n%{ endfor ~}',
  'testdata/bare.tmpl': '${val}',
});

/** What does not apply, with the reason. */
function reasonAgainst(row: Row): string | undefined {
  const text = JSON.stringify(row);
  if (row.test === 'Test_templateMaxRecursionDepth') return 'is about a setting of the run';
  if (row.test === 'TestStrContains' && text.includes('"number"'))
    return 'expects an argument of the wrong type to be refused, which a call converts';
  if (row.test === 'TestBase64Gzip')
    return 'unknown on purpose: the bytes differ between versions of Terraform';
  if (text.includes('icon.png') && row['Err'] === false)
    return 'needs a binary file, of which only text is read';
  if (text.includes('testdata/unreadable')) return 'needs a file that may not be read';
  if (row.test === 'TestFileExists' && String(row['Err']).includes('directory'))
    return 'asks for a folder, which is answered with false: it is no file';
  if (text.includes('icon.png')) return 'needs a binary file, of which only text is read';
  const { Want: _want, WantValue: _wantValue, ...given } = row;
  if (isOpaque(given)) return 'an argument is refined in a way that the oracle does not spell out';
  return undefined;
}

const rows = readOracle<Row>('terraform-functions-args');

function argumentsOf(row: Row, fields: readonly string[]): Value[] {
  return fields.flatMap((field) => {
    const given = row[field] as OracleValue | OracleValue[] | undefined;
    if (given === undefined || given === null) return [];
    return Array.isArray(given) ? given.map(readValue) : [readValue(given as OracleValue)];
  });
}

/** The value of a call with given values, through the evaluator, as everything calls functions. */
function call(name: string, args: readonly Value[]): { readonly value: Value; readonly problems: string[] } {
  const problems: string[] = [];
  const { expression } = parseHclExpression(`${name}(${args.map((_, at) => `a${at}`).join(', ')})`);
  const value = evaluate(expression, {
    resolve: (root) => ({ value: args[Number(root.slice(1))]!, used: 0 }),
    report: ({ message }) => problems.push(message),
    files: { ...files, read: (path) => (path.endsWith('.png') ? new Unknown('no text') : files.read(path)) },
    budget: new Budget(),
  });
  return { value, problems };
}

function isError(row: Row): boolean {
  return ['Err', 'WantError', 'WantErr'].some(
    (field) => row[field] === true || ((row[field] ?? '') !== '' && row[field] !== false),
  );
}

describe.skipIf(!hasOracles)('functions of OpenTofu by their arguments (../shared/oracles)', () => {
  it('passes over as many rows as have a reason', () => {
    expect(rows.length).toBe(558);
    expect(rows.filter(reasonAgainst).length).toBe(24);
  });

  for (const row of rows.filter((each) => !reasonAgainst(each))) {
    const { test, Want, WantValue, Expected, IsSensitive, Err: _, ...given } = row;
    it(`${test} ${JSON.stringify(given)}`, () => {
      if (test === 'TestTo') {
        const result = convert(
          readValue(row['Value'] as OracleValue),
          readType(row['TargetTy'] as OracleType),
        );
        expect(result instanceof Failure).toBe(isError(row));
        if (!(result instanceof Failure))
          expect(difference(result, readValue(Want as OracleValue))).toBeUndefined();
        return;
      }
      if (test === 'TestURLEncodeDecode') {
        const encoded = call('urlencode', argumentsOf(row, ['String'])).value;
        expect(
          difference(call('urldecode', [encoded]).value, readValue(Want as OracleValue)),
        ).toBeUndefined();
        return;
      }
      const [name, ...fields] = calls[test]!;
      const { value, problems } = call(name, argumentsOf(row, fields));
      expect(problems.length > 0, problems.join()).toBe(isError(row));
      const wanted = (Want ?? WantValue ?? Expected ?? IsSensitive) as OracleValue | undefined;
      if (wanted && !isError(row)) expect(difference(value, readValue(wanted))).toBeUndefined();
    });
  }
});
