/**
 * Serves the built Cairn. The last line it prints is the address. PORT, HOST, CAIRN_DATA, CAIRN_PATIENCE and
 * CAIRN_PROXIES: see the README.
 */
import { createServer } from 'node:http';
import { becomePatient } from './slow-clients.mjs';

const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || 'localhost';
const patience = Number(process.env.CAIRN_PATIENCE || 60);
const proxies = Number(process.env.CAIRN_PROXIES || 0);

function stop(sentence) {
	process.stderr.write(`${sentence}\n`);
	process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 22)
	stop(
		`Cairn needs Node 22 or newer, not ${process.versions.node}. Start it with “npm start”, which brings its own.`
	);
if (!Number.isInteger(port) || port < 0 || port > 65535)
	stop(`PORT must be a whole number from 1 to 65535, not “${process.env.PORT}”.`);
if (!(patience > 0 && patience <= 3600))
	stop(`CAIRN_PATIENCE must be a number of seconds up to 3600, not “${process.env.CAIRN_PATIENCE}”.`);
if (!Number.isInteger(proxies) || proxies < 0 || proxies > 9)
	stop(`CAIRN_PROXIES must be the number of servers in front of Cairn, not “${process.env.CAIRN_PROXIES}”.`);

// Looked at often enough that a limit is kept to within a quarter.
const server = createServer({ connectionsCheckingInterval: Math.min(5000, patience * 250) });
becomePatient(server, patience);
server.on('error', (error) => {
	if (error.code === 'EADDRINUSE')
		stop(`Port ${port} is in use. Stop what uses it, or start Cairn with PORT set to another number.`);
	if (error.code === 'EACCES')
		stop(`Port ${port} may not be used by this account. Set PORT to a number above 1023.`);
	stop(`Cairn cannot serve on ${host}, port ${port}: ${error.message}.`);
});

server.listen(port, host, async () => {
	const address = `http://${host}:${server.address().port}`;
	// Forms are only accepted from this origin.
	process.env.ORIGIN ||= address;
	process.env.BODY_SIZE_LIMIT ||= '64M';
	// The outermost of the servers in front has seen from where somebody comes; what stands before that is hearsay.
	if (proxies > 0)
		Object.assign(process.env, { ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: String(proxies) });
	try {
		const { handler } = await import('../build/handler.js');
		const { webHeaders } = await import('../src/lib/server/web-headers.ts');
		const headers = Object.entries(webHeaders(process.env.ORIGIN));
		server.on('request', (request, response) => {
			// On everything, also on files of the build and on what is refused before it reaches a page.
			for (const [name, value] of headers) response.setHeader(name, value);
			handler(request, response);
		});
	} catch (error) {
		stop(error.name === 'Problem' ? error.message : error.stack);
	}
	process.stdout.write(`${address}\n`);
});

/** How long requests in flight may take to end once Cairn is told to stop. */
const farewell = 10_000;
let ending = false;

/** Takes no new connections, lets the requests in flight end, then closes the database. A second signal cuts it short. */
function end() {
	if (ending) server.closeAllConnections();
	if (ending) return;
	ending = true;
	server.close(() => {
		// Answered at once: the server's own hooks close the database and give its lock back.
		process.emit('sveltekit:shutdown');
		process.exit(0);
	});
	server.closeIdleConnections();
	// A connection that was in flight may stay open for a next request: none is taken any more.
	setInterval(() => server.closeIdleConnections(), 50).unref();
	setTimeout(() => server.closeAllConnections(), farewell).unref();
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);

// npm hands a signal to its shell, which ends without handing it on: Cairn would keep the port for ever.
if (process.env.npm_lifecycle_event === 'start') {
	const shell = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === shell) return;
		clearInterval(watch);
		end();
	}, 500).unref();
}
