// How long it takes from sending a change to hearing that it is durable. Writers send at fixed times,
// whatever the server does; each change is found again by its place in the order of answers.
//
// usage: node saved.mjs ADDRESS EMAIL PASSWORD [WRITERS DOCUMENTS CHANGES_PER_SECOND SECONDS]
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';

const [address, email, password, writers = 20, documents = 5, rate = 10, seconds = 20] = process.argv.slice(2);

async function call(path, headers, body) {
    const response = await fetch(address + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
}

function frame(name, ...content) {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, name);
    for (const part of content) {
        if (typeof part === 'number') encoding.writeVarUint(encoder, part);
        else if (typeof part === 'string') encoding.writeVarString(encoder, part);
        else encoding.writeVarUint8Array(encoder, part);
    }
    return encoding.toUint8Array(encoder);
}

async function writer(name, token, latencies) {
    const socket = new WebSocket(address.replace('http', 'ws') + '/live/hocuspocus');
    const sentAt = [];
    await new Promise((resolve) => socket.on('open', resolve));
    socket.on('message', (data) => {
        const decoder = decoding.createDecoder(new Uint8Array(data));
        decoding.readVarString(decoder);
        if (decoding.readVarUint(decoder) === 8) latencies.push(performance.now() - sentAt.shift());
    });
    socket.send(frame(name, 2, 0, token, '4.8.0'));
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

const { token } = await call('/api/tokens', { Authorization: 'Basic ' + btoa(`${email}:${password}`) });
const names = [];
for (let number = 0; number < documents; number++) {
    const motion = await call('/api/motions', { Authorization: `Bearer ${token}` }, JSON.stringify({ title: `Messung ${number}` }));
    names.push(motion.documentId);
}
const latencies = [];
const lost = await Promise.all(Array.from({ length: Number(writers) }, (_, i) => writer(names[i % names.length], token, latencies)));
latencies.sort((a, b) => a - b);
const at = (share) => latencies[Math.floor((latencies.length - 1) * share)].toFixed(1);
console.log(`${writers} writers, ${documents} documents, ${rate} changes/s each, ${latencies.length} acknowledged, ${lost.reduce((a, b) => a + b)} not`);
console.log(`saved after   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms`);
