/** One connection for all tabs of this browser: a seventh tab over HTTP/1.1 would wait for ever. */
import { listen } from './stream.js';

const ports = new Set();

const tell = (message) => {
    for (const port of ports) port.postMessage(message);
};

const state = listen(tell);

self.addEventListener('connect', ({ ports: [port] }) => {
    ports.add(port);
    port.addEventListener('message', ({ data }) => {
        if (data === 'bye') ports.delete(port);
        if (data === 'retry') state.retry();
    });
    port.start();
    if (state.open) port.postMessage({ open: true });
    else if (state.lost) port.postMessage({ lost: state.lost });
});
