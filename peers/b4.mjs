// Replays an editing trace with yjs: as many single updates as the trace has operations.
//
// usage: node b4.mjs record TRACE UPDATES   writes the updates, each behind its length (4 bytes, big endian)
//        node b4.mjs apply UPDATES RUNS     applies them to a new document and prints milliseconds per run
//        node b4.mjs load UPDATES RUNS      loads the document from its state and prints milliseconds per run
import { readFileSync, writeFileSync } from 'node:fs';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

const [command, path, argument] = process.argv.slice(2);

function record(trace, target) {
    const decoder = decoding.createDecoder(readFileSync(trace));
    const doc = new Y.Doc();
    const text = doc.getText('text');
    const updates = [];
    doc.on('update', (update) => updates.push(update));
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        const kind = decoding.readVarUint(decoder);
        const index = decoding.readVarUint(decoder);
        if (kind === 1) text.insert(index, decoding.readVarString(decoder));
        else text.delete(index, decoding.readVarUint(decoder));
    }
    const parts = updates.flatMap((update) => {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(update.length);
        return [length, update];
    });
    writeFileSync(target, Buffer.concat(parts));
    console.log(`${updates.length} updates, ${text.length} characters at the end`);
}

function* updatesOf(file) {
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; ) {
        const length = bytes.readUInt32BE(at);
        yield new Uint8Array(bytes.buffer, bytes.byteOffset + at + 4, length);
        at += 4 + length;
    }
}

function timed(runs, action) {
    for (let run = 0; run < runs; run++) {
        const start = performance.now();
        action();
        console.log((performance.now() - start).toFixed(1));
    }
}

if (command === 'record') {
    record(path, argument);
} else {
    const updates = [...updatesOf(path)];
    const replay = () => {
        const doc = new Y.Doc();
        for (const update of updates) Y.applyUpdate(doc, update);
        return doc;
    };
    if (command === 'apply') {
        timed(Number(argument), replay);
    } else {
        const state = Y.encodeStateAsUpdate(replay());
        timed(Number(argument), () => Y.applyUpdate(new Y.Doc(), state));
    }
}
