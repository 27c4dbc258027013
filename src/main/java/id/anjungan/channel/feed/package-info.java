/// Brings in what other cities publish: 311 exports as CSV, and GeoReport v2 (Open311) as JSON.
package id.anjungan.channel.feed;
