/**
 * Limits for clients that are slow, by weakness of their line or on purpose, so that a few of them cannot hold every
 * connection. `patience` is in seconds: a quarter of it for the head of a request, five times it for the whole of a
 * request, once for a client that takes none of its answer, or says nothing between two requests.
 */
const mostHeaders = 100;

/** Sets the limits of a server of node:http. */
export function becomePatient(server, patience) {
	const milliseconds = patience * 1000;
	server.headersTimeout = milliseconds / 4;
	server.requestTimeout = milliseconds * 5;
	// Longer than a server for TLS in front keeps its own connections, so that it never sends into a closed one.
	server.keepAliveTimeout = milliseconds + 5000;
	server.maxHeadersCount = mostHeaders;
	server.timeout = milliseconds;

	/** Connections with an answer under way. */
	const answering = new WeakSet();
	server.on('request', ({ socket }, response) => {
		answering.add(socket);
		response.once('close', () => answering.delete(socket));
	});
	// Nothing has moved for that long. Where the answer is still being made, the slow one is Cairn: it goes on.
	server.on('timeout', (socket) => {
		if (answering.has(socket) && socket.writableLength === 0) socket.setTimeout(milliseconds);
		else socket.destroy();
	});
}
