/**
 * Serves the built Cairn. The last line it prints is the address. PORT, HOST and CAIRN_DATA: see the README.
 */
import { createServer } from 'node:http';

const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || 'localhost';

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

const server = createServer();
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
	process.env.BODY_SIZE_LIMIT ||= '20M';
	try {
		const { handler } = await import('../build/handler.js');
		server.on('request', handler);
	} catch (error) {
		stop(error.name === 'Problem' ? error.message : error.stack);
	}
	process.stdout.write(`${address}\n`);
});

function end() {
	server.close(() => process.exit(0));
	server.closeIdleConnections();
	setTimeout(() => process.exit(0), 3000).unref();
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);

// npm hands a signal to its shell, which ends without handing it on: Cairn would keep the port for ever.
if (process.env.npm_lifecycle_event === 'start') {
	const shell = process.ppid;
	setInterval(() => process.ppid !== shell && end(), 500).unref();
}
