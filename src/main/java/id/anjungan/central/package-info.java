/// The central server: routes, change log, ticker, delivery, sign-in. One process with one writer; everything it
/// holds is in a [id.anjungan.central.CentralStore]. Decides through [id.anjungan.domain.Decide] and nothing else.
package id.anjungan.central;
