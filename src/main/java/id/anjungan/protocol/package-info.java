/// What travels between a console and the central server: frames, commands and their answers, codecs and
/// versions. Names are permanent; a reader keeps what it does not know. NDJSON, UTF-8, gzip.
package id.anjungan.protocol;
