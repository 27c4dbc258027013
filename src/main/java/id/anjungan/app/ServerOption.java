package id.anjungan.app;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a server's address as people write it: with or without `http://`, with or without a last slash.
final class ServerOption implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        String full = text.contains("://") ? text : "http://" + text;
        try {
            URI uri = new URI(full.endsWith("/") ? full.substring(0, full.length() - 1) : full);
            if (uri.getHost() == null || !(uri.getScheme().equals("http") || uri.getScheme().equals("https"))) {
                throw new TypeConversionException(
                        "'" + text + "' is no server address; it looks like http://127.0.0.1:7112");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new TypeConversionException("'" + text + "' is no server address: " + e.getReason());
        }
    }
}
