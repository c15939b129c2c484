// How long a change takes to a reader on the same node and to one on another node. Writers send at fixed times, half of them on
// each node, whatever the servers do; each change says when it was sent, and readers find it by that.
//
// usage: node crossing.mjs ADDRESS ADDRESS EMAIL PASSWORD [WRITERS DOCUMENTS CHANGES_PER_SECOND SECONDS]
import WebSocket from 'ws';
import * as Y from 'yjs';
import { frame, open, post, quantile, tokenOf } from './frames.mjs';

const [one, other, email, password, writers = 100, documents = 20, rate = 5, seconds = 20] = process.argv.slice(2);
const nodes = [one, other];
const WARM_UP = 10_000;
const latencies = { within: [], crossing: [] };
let sent = 0;
let measuring = false;

async function read(node, name, token) {
    const socket = await open(WebSocket, nodes[node], name, token);
    const seen = new Set();
    socket.on('message', (data) => {
        const now = performance.now();
        for (const [word, from, at] of Buffer.from(data).toString('latin1').matchAll(/<(\d)\.\d+\.([\d.]+)>/g)) {
            if (seen.has(word)) continue;
            seen.add(word);
            if (measuring) latencies[Number(from) === node ? 'within' : 'crossing'].push(now - Number(at));
        }
    });
    socket.send(frame(name, 0, 0, new Uint8Array([0])));
    return socket;
}

async function write(number, name, token, until) {
    const node = number % 2;
    const socket = await open(WebSocket, nodes[node], name, token);
    const doc = new Y.Doc();
    doc.on('update', (update) => socket.send(frame(name, 0, 2, update)));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * (1000 / rate)));
    const timer = setInterval(() => {
        sent += measuring;
        doc.getText('text').insert(0, `<${node}.${number}.${performance.now()}>`);
    }, 1000 / rate);
    await until;
    clearInterval(timer);
    return socket;
}

const token = await tokenOf(one, email, password);
const names = [];
for (let number = 0; number < documents; number++) {
    const motion = await post(one + '/api/motions', `Bearer ${token}`, { title: `Messung ${number}` });
    names.push(motion.documentId);
}
const readers = await Promise.all(names.flatMap((name) => [read(0, name, token), read(1, name, token)]));
const until = new Promise((resolve) => setTimeout(resolve, WARM_UP + seconds * 1000));
setTimeout(() => (measuring = true), WARM_UP);
const sockets = await Promise.all(
    Array.from({ length: Number(writers) }, (_, i) => write(i, names[Math.floor(i / 2) % names.length], token, until)),
);
await new Promise((resolve) => setTimeout(resolve, 1000));
[...readers, ...sockets].forEach((socket) => socket.close());
console.log(`${writers} writers on two nodes, ${documents} documents, ${rate} changes/s each; ${sent} sent after ${WARM_UP / 1000} s`);
for (const [way, all] of Object.entries(latencies)) {
    all.sort((a, b) => a - b);
    console.log(`${way.padEnd(9)} p50 ${quantile(all, 0.5)} ms   p95 ${quantile(all, 0.95)} ms   p99 ${quantile(all, 0.99)} ms   ${all.length} delivered`);
}
