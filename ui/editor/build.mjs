// Builds the editor into the resources of the module `ui`. The first line of the script names a hash
// of the sources; with --verify nothing is written, and the build fails when the sources would give
// something else than what is checked in.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const TARGET = '../src/main/resources/META-INF/resources/editor';
const MOST_BYTES = 150 * 1024;

function files(folder) {
    return readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) =>
            entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
        )
        .sort();
}

const hash = createHash('sha256');
for (const file of [...files('src'), 'build.mjs', 'package-lock.json']) {
    hash.update(`${file.replaceAll('\\', '/')}\0`).update(readFileSync(file));
}
const sources = hash.digest('hex');

const { outputFiles } = await build({
    entryPoints: {
        'rotfaden-editor': 'src/main.ts',
        'rotfaden-kept': 'src/kept.ts',
        'rotfaden-threads': 'src/threads/main.ts',
        'rotfaden-outbox': 'src/threads/outbox-main.ts',
    },
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    legalComments: 'none',
    banner: { js: `/* sources ${sources} */` },
    outdir: TARGET,
    write: false,
});
const style = readFileSync('src/editor.css');
const built = [
    ...outputFiles.map((file) => ({ path: file.path, bytes: Buffer.from(file.contents) })),
    { path: join(TARGET, 'rotfaden-editor.css'), bytes: style },
];

for (const { path, bytes } of built) {
    if (process.argv.includes('--verify')) {
        if (!readFileSync(path).equals(bytes)) {
            console.error(`${path} is not what the sources give. Run: npm run build`);
            process.exitCode = 1;
        }
    } else {
        writeFileSync(path, bytes);
    }
    const zipped = gzipSync(bytes).length;
    console.log(`${path.split('/').pop()}: ${(zipped / 1024).toFixed(1)} kB gzipped`);
    if (zipped > MOST_BYTES) {
        console.error(`more than ${MOST_BYTES / 1024} kB`);
        process.exitCode = 1;
    }
}
