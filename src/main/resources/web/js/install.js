/** Asks the browser to keep the page for when the desk is out of reach. Where it may not, nothing is lost. */
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/offline.js').catch(() => {});
