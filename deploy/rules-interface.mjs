/**
 * `npm run interface`: the public interface of `thidua/rules`, out of the sources: its types in one file
 * for those who install the package (dist/rules/index.d.ts), and the report docs/rules.api.md, in which a
 * change of the interface shows as a difference. `--check` leaves the report as it is and fails where it is
 * not what the sources say.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** One declaration file for each source of the room, into a folder of its own. */
function emitDeclarations(folder) {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  );
  delete options.tsBuildInfoFile;
  ts.createProgram([join(ROOT, 'src/rules/index.ts')], {
    ...options,
    incremental: false,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(ROOT, 'src'),
    outDir: folder,
    types: [],
  }).emit();
}

/** Answers what is wrong, in one line each. */
function describeInterface(check) {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-interface-'));
  try {
    emitDeclarations(folder);
    const faults = [];
    const result = Extractor.invoke(
      ExtractorConfig.prepare({
        configObjectFullPath: join(ROOT, 'deploy/rules-interface.json'),
        packageJsonFullPath: join(ROOT, 'package.json'),
        configObject: {
          projectFolder: ROOT,
          mainEntryPointFilePath: join(folder, 'rules/index.d.ts'),
          compiler: {
            overrideTsconfig: {
              compilerOptions: {
                target: 'ES2022',
                module: 'ESNext',
                moduleResolution: 'bundler',
                lib: ['ES2023'],
                types: [],
              },
              files: [join(folder, 'rules/index.d.ts')],
            },
          },
          apiReport: {
            enabled: true,
            reportFolder: join(ROOT, 'docs'),
            reportTempFolder: folder,
            reportFileName: 'rules',
          },
          docModel: { enabled: false },
          dtsRollup: { enabled: true, untrimmedFilePath: join(ROOT, 'dist/rules/index.d.ts') },
          tsdocMetadata: { enabled: false },
          newlineKind: 'lf',
          messages: {
            compilerMessageReporting: { default: { logLevel: 'error' } },
            // Comments here are plain sentences, not tags of TSDoc.
            extractorMessageReporting: { default: { logLevel: 'none' }, 'ae-forgotten-export': { logLevel: 'none' } },
            tsdocMessageReporting: { default: { logLevel: 'none' } },
          },
        },
      }),
      {
        localBuild: !check,
        messageCallback: (message) => {
          message.handled = true;
          if (message.logLevel === 'error' || message.logLevel === 'warning') faults.push(message.text);
        },
      },
    );
    if (result.apiReportChanged && check && faults.length === 0)
      faults.push('docs/rules.api.md is not what src/rules exports: run npm run interface');
    return faults;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const faults = describeInterface(process.argv.includes('--check'));
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
