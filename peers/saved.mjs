// How long it takes from sending a change to hearing that it is durable. Writers send at fixed times,
// whatever the server does; each change is found again by its place in the order of answers.
//
// usage: node saved.mjs ADDRESS EMAIL PASSWORD [WRITERS DOCUMENTS CHANGES_PER_SECOND SECONDS]
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { frame, open, post, quantile, tokenOf } from './frames.mjs';

const [address, email, password, writers = 20, documents = 5, rate = 10, seconds = 20] = process.argv.slice(2);

async function writer(name, token, latencies) {
    const socket = await open(WebSocket, address, name, token);
    const sentAt = [];
    socket.on('message', (data) => {
        const decoder = decoding.createDecoder(new Uint8Array(data));
        decoding.readVarString(decoder);
        if (decoding.readVarUint(decoder) === 8) latencies.push(performance.now() - sentAt.shift());
    });
    const doc = new Y.Doc();
    doc.on('update', (update) => {
        sentAt.push(performance.now());
        socket.send(frame(name, 0, 2, update));
    });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * (1000 / rate)));
    const timer = setInterval(() => doc.getText('text').insert(0, 'wort '), 1000 / rate);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    clearInterval(timer);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    socket.close();
    return sentAt.length;
}

const token = await tokenOf(address, email, password);
const names = [];
for (let number = 0; number < documents; number++) {
    const motion = await post(address + '/api/motions', `Bearer ${token}`, { title: `Messung ${number}` });
    names.push(motion.documentId);
}
const latencies = [];
const lost = await Promise.all(Array.from({ length: Number(writers) }, (_, i) => writer(names[i % names.length], token, latencies)));
latencies.sort((a, b) => a - b);
const at = (share) => quantile(latencies, share);
console.log(`${writers} writers, ${documents} documents, ${rate} changes/s each, ${latencies.length} acknowledged, ${lost.reduce((a, b) => a + b)} not`);
console.log(`saved after   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms`);
