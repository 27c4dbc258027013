/// Codes in, words out: the only home of what people read. Two languages, chosen by the caller each time.
package id.anjungan.text;
