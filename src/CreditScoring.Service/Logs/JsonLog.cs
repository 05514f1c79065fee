using CreditScoring.Documents;
using CreditScoring.Service.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CreditScoring.Service.Logs;

/// <summary>
/// One JSON object a line: at (UTC), level, event, name, category, message, exception. No scopes,
/// since the web server's carry the request's path.
/// </summary>
public sealed class JsonLog(TimeProvider clock) : ConsoleFormatter(LogForms.Json)
{
    public override void Write<T>(
        in LogEntry<T> entry, IExternalScopeProvider? scopes, TextWriter text)
    {
        var (level, id, category) = (entry.LogLevel, entry.EventId, entry.Category);
        var (said, thrown) = (LogForms.Said(entry), LogForms.Thrown(entry.Exception));
        text.WriteLine(JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.Property("at", InstantText.Of(clock.GetUtcNow()));
            json.Property("level", level.ToString().ToLowerInvariant());
            json.Property("event", (decimal)id.Id);
            json.Property("name", id.Name);
            json.Property("category", category);
            json.Property("message", said);
            if (thrown is not null)
            {
                json.Property("exception", thrown);
            }

            json.WriteEndObject();
        }));
    }
}
