/** A copy of the command line's sources in a folder of its own, where they may be changed. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface CopyRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** What it left in its temporary folder. */
  readonly left: readonly string[];
}

export class SourceCopy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'thidua-copy-'));

  constructor() {
    cpSync('src', this.at('src'), { recursive: true });
    cpSync('package.json', this.at('package.json'));
    mkdirSync(this.at('node_modules'));
    mkdirSync(this.at('tmp'));
    for (const name of readdirSync('node_modules').filter((each) => !each.startsWith('.')))
      symlinkSync(resolve('node_modules', name), this.at('node_modules', name));
  }

  at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  run(...args: string[]): CopyRun {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.at('src/cli/thidua.mjs'), ...args], {
      encoding: 'utf8',
      timeout: 300_000,
      env: { ...process.env, TMPDIR: this.at('tmp') },
    });
    return { code: status, out: stdout, err: stderr, left: readdirSync(this.at('tmp')) };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
