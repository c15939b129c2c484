// How long something that happened takes to all who follow it over STOMP, and what connections cost that hear nothing.
//
// usage: node topics.mjs ADDRESS EMAIL PASSWORD PID [FOLLOWERS EVENTS IDLE]   (PID: the server's process on this machine)
import { execFileSync } from 'node:child_process';
import WebSocket from 'ws';
import { post, quantile, tokenOf } from './frames.mjs';

const [address, email, password, pid, followers = 1000, events = 60, idle = 5000] = process.argv.slice(2);
const NUL = '\0';
/** How many connections were closed, by code. */
let closed = {};
const OWNERS = [{ type: 'association', id: '00000000-0000-0000-0000-000000000000' }];

function connect(token, topic, heard) {
    return new Promise((resolve, reject) => {
        const socket = new WebSocket(address.replace('http', 'ws') + '/live/stomp', ['v12.stomp']);
        socket.on('open', () => socket.send(`CONNECT\naccept-version:1.2\nheart-beat:0,0\nAuthorization:Bearer ${token}\n\n${NUL}`));
        socket.on('error', reject);
        socket.on('close', (code) => {
            closed[code] = (closed[code] ?? 0) + 1;
            reject(new Error(`closed with ${code}`));
        });
        socket.on('message', (data) => {
            const now = performance.now();
            const frame = data.toString();
            if (frame.startsWith('CONNECTED')) {
                if (topic) socket.send(`SUBSCRIBE\nid:1\ndestination:${topic}\n\n${NUL}`);
                else resolve(socket);
            } else if (frame.startsWith('MESSAGE')) {
                const message = JSON.parse(frame.slice(frame.indexOf('\n\n') + 2, frame.lastIndexOf(NUL)));
                if (message.event === 'following') resolve(socket);
                heard(message, now);
            }
        });
    });
}

/** Opens sockets a few at a time. */
async function connectAll(count, token, topic, heard) {
    const sockets = [];
    for (let begun = 0; begun < count; begun += 50) {
        const some = Array.from({ length: Math.min(50, count - begun) }, (_, at) => connect(token, topic, heard(begun + at)));
        sockets.push(...(await Promise.all(some)));
    }
    return sockets;
}

/** What the server holds, after it has been tidied up, in MiB. */
function held() {
    execFileSync('jcmd', [pid, 'GC.run'], { stdio: 'ignore' });
    const status = execFileSync('cat', [`/proc/${pid}/status`], { encoding: 'utf8' });
    return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

const token = await tokenOf(address, email, password);
const me = await (await fetch(address + '/api/members/me', { headers: { Authorization: `Bearer ${token}` } })).json();
OWNERS.push({ type: 'member', id: me.id });
const motion = await post(address + '/api/motions', `Bearer ${token}`, { title: 'Messung' });

async function handOver(number) {
    const answer = await fetch(`${address}/api/motions/${motion.id}/owner`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(OWNERS[(number + 1) % 2]),
    });
    if (!answer.ok) throw new Error(await answer.text());
}

async function rename(id, name) {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const now = await fetch(`${address}/api/units/${id}`, { headers });
    const version = now.headers.get('etag');
    const answer = await fetch(`${address}/api/units/${id}/name`, {
        method: 'PUT',
        headers: { ...headers, 'If-Match': version },
        body: JSON.stringify({ name }),
    });
    if (!answer.ok) throw new Error(await answer.text());
}

const before = held();
const quiet = await connectAll(Number(idle), token, undefined, () => () => {});
await new Promise((resolve) => setTimeout(resolve, 2000));
const after = held();
console.log(`${idle} idle connections: ${(after - before).toFixed(0)} MiB more (resident, from ${before.toFixed(0)} to ${after.toFixed(0)})`);
quiet.forEach((socket) => socket.terminate());
await new Promise((resolve) => setTimeout(resolve, 5000));
closed = {};

/** Something happens again and again; how long it takes to all who follow. */
async function measure(what, topic, event, happen) {
    const latencies = [];
    const last = [];
    let since = 0;
    let wrong = 0;
    const sockets = await connectAll(Number(followers), token, topic, (number) => (message, now) => {
        if (message.event === event) {
            if (message.version !== last[number] + 1) wrong++;
            if (since > 0) latencies.push(now - since);
        }
        last[number] = message.version;
    });
    for (let number = 0; number < Number(events) + 10; number++) {
        since = number < 10 ? 0 : performance.now();
        await happen(number);
        await new Promise((resolve) => setTimeout(resolve, 500));
    }
    latencies.sort((a, b) => a - b);
    console.log(
        `${what} to ${followers} subscribers, from asking for it: p50 ${quantile(latencies, 0.5)} ms, p95 ${quantile(latencies, 0.95)} ms, ` +
            `p99 ${quantile(latencies, 0.99)} ms; ${latencies.length} of ${followers * events} heard, ${wrong} out of order`,
    );
    if (Object.keys(closed).length) console.log('closed meanwhile:', closed);
    sockets.forEach((socket) => socket.terminate());
    await new Promise((resolve) => setTimeout(resolve, 2000));
    closed = {};
}

const [unit] = await (await fetch(address + '/api/units', { headers: { Authorization: `Bearer ${token}` } })).json().then((page) => page.items ?? page);
await measure('one event', `/topic/unit/${unit.id}`, 'unit.renamed', (number) => rename(unit.id, `Verband ${number}`));
await measure('one event that may change rights', `/topic/motion/${motion.id}`, 'motion.handed-over', handOver);
process.exit();
