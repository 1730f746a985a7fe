/** Runs beside the pages, as a service worker. It keeps one page, the one that says the desk is out of reach, and its styles. Whatever else
 *  is asked for comes from the desk or not at all: nothing old is ever shown. */
const KEPT = 'offline';

addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

async function keep() {
    const page = await fetch('/offline', { cache: 'reload' });
    const styles = [...(await page.clone().text()).matchAll(/href="([^"]+\.css)"/g)].map((found) => found[1]);
    const kept = await caches.open(KEPT);
    await kept.put('/offline', page);
    await kept.addAll(styles);
}

addEventListener('fetch', (event) => {
    const { request } = event;
    if (request.method !== 'GET') return;
    if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match('/offline')));
    else if (request.destination === 'style') event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
});
