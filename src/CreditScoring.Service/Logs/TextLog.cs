using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CreditScoring.Service.Logs;

/// <summary>One line a message, for people: time (UTC), level, category, message.</summary>
public sealed class TextLog(TimeProvider clock) : ConsoleFormatter(LogForms.Text)
{
    public override void Write<T>(
        in LogEntry<T> entry, IExternalScopeProvider? scopes, TextWriter text)
    {
        var thrown = LogForms.Thrown(entry.Exception);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {Short(entry.LogLevel)}: "
            + $"{entry.Category}[{entry.EventId.Id}] {LogForms.Said(entry)}"
            + $"{(thrown is null ? "" : $" {thrown}")}");
        // A text from outside cannot begin a line of its own.
        text.WriteLine(line.ReplaceLineEndings(" "));
    }

    private static string Short(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit",
        LogLevel.Error => "fail",
        LogLevel.Warning => "warn",
        LogLevel.Information => "info",
        _ => "dbug",
    };
}
