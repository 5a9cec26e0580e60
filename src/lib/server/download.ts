/** A file that people brought, as the answer to a request: always to be saved, never shown in the frame of the product. */

type File = { bytes: Uint8Array; mediaType: string; fileName: string };

/** Its name in both spellings: plain letters for old programs, and as it is. */
export function downloadOf({ bytes, mediaType, fileName }: File): Response {
	const plainName = fileName.replace(/[^ -~]|["\\%]/g, '_');
	const wholeName = encodeURIComponent(fileName).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16)}`
	);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mediaType,
			'content-length': String(bytes.length),
			'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${wholeName}`
		}
	});
}
