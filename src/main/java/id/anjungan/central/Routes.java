package id.anjungan.central;

import id.anjungan.protocol.Protocol;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Which request goes where. The same list is what the API description is checked against.
final class Routes {
    enum Method {
        GET,
        POST,
        DELETE
    }

    record Route(Method method, String path, Handler handler) {}

    private Routes() {}

    /// Method and path of every route, without the server behind them.
    static List<String> names(List<Route> routes) {
        return routes.stream().map(r -> r.method() + " " + r.path()).toList();
    }

    static List<Route> of(Api api, StreamApi stream, IntakeApi intake, CasesApi cases, FilesApi files, SettingsApi settings) {
        return List.of(
                new Route(Method.POST, Protocol.SESSION, console(api::signIn)),
                new Route(Method.DELETE, Protocol.SESSION, api::signOut),
                new Route(Method.GET, Protocol.OPERATORS, api::operators),
                new Route(Method.GET, Protocol.STREAM, console(stream::stream)),
                new Route(Method.POST, Protocol.COMMANDS, console(api::commands)),
                new Route(Method.POST, Protocol.EPHEMERAL, console(api::ephemeral)),
                new Route(Method.POST, Protocol.INTAKE, intake::deliver),
                new Route(Method.GET, Protocol.OUTBOUND, intake::fetch),
                new Route(Method.POST, Protocol.OUTBOUND, intake::told),
                new Route(Method.GET, Protocol.HASH, console(api::hash)),
                new Route(Method.GET, Protocol.CASES, console(cases::find)),
                new Route(Method.GET, Protocol.CASE, console(cases::one)),
                new Route(Method.POST, Protocol.FILES, console(files::begin)),
                new Route(Method.POST, Protocol.FILE, console(files::append)),
                new Route(Method.GET, Protocol.CASE_FILE, console(files::fetch)),
                new Route(Method.POST, Protocol.SETTINGS, console(settings::exchange)),
                new Route(Method.GET, Protocol.STATUS, api::status),
                new Route(Method.GET, Protocol.OPENAPI, Routes::openApi));
    }

    /// Only for a console whose version of the protocol this server speaks: also one that was signed in before the
    /// server was updated.
    private static Handler console(Handler route) {
        return ctx -> {
            String version = ctx.header(Protocol.VERSION_HEADER);
            if (version != null && !(version.matches("\\d{1,6}") && Protocol.serves(Integer.parseInt(version)))) {
                throw Problem.otherVersion();
            }
            route.handle(ctx);
        };
    }

    static void register(RoutesConfig config, List<Route> routes) {
        for (Route r : routes) {
            switch (r.method()) {
                case GET -> config.get(r.path(), r.handler());
                case POST -> config.post(r.path(), r.handler());
                case DELETE -> config.delete(r.path(), r.handler());
            }
        }
        config.exception(Problem.class, (p, ctx) -> answer(ctx, p));
        config.exception(StoreException.class, (p, ctx) -> answer(ctx, Problem.away()));
        config.exception(id.anjungan.protocol.ProtocolException.class, (p, ctx) ->
                answer(ctx, Problem.bad(String.valueOf(p.getMessage()))));
        config.exception(Exception.class, Routes::failed);
        config.error(404, ctx -> {
            if (!Problem.MEDIA_TYPE.equals(ctx.res().getContentType())) {
                answer(ctx, Problem.notFound("nothing is served at this address"));
            }
        });
    }

    private static void failed(Exception e, Context ctx) {
        String incident = java.util.UUID.randomUUID().toString();
        org.slf4j.LoggerFactory.getLogger(Routes.class).error("request failed, incident {}", incident, e);
        answer(ctx, new Problem(500, "Server error", "the server failed; incident " + incident, 0));
    }

    static void answer(Context ctx, Problem p) {
        ctx.status(p.status());
        if (p.retryAfter() > 0) {
            ctx.header("Retry-After", Integer.toString(p.retryAfter()));
        }
        if (p.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        if (p.status() == Protocol.UPGRADE_REQUIRED) {
            ctx.header(Protocol.VERSION_HEADER, Integer.toString(Protocol.VERSION));
            ctx.header("Upgrade", Protocol.VERSION_HEADER + "/" + Protocol.VERSION);
        }
        ctx.result(p.body());
        ctx.contentType(Problem.MEDIA_TYPE);
    }

    static String description() {
        try (var in = Routes.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is part of the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void openApi(Context ctx) {
        ctx.result(description());
        ctx.contentType("application/json");
    }
}
