using System.Data.Common;
using System.Net.Sockets;
using CreditScoring.Service.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CreditScoring.Service.Logs;

/// <summary>How the log is written: <c>Logging:Form</c>, json or text.</summary>
public static class LogForms
{
    // "json" alone is a form of the framework's, which writes scopes and unmasked values.
    public const string Json = "credit-json";

    public const string Text = "credit-text";

    public static void AddForm(this ILoggingBuilder logging, string? form)
    {
        logging.AddConsole(console => console.FormatterName = form == "json" ? Json : Text);
        logging.AddConsoleFormatter<JsonLog, ConsoleFormatterOptions>();
        logging.AddConsoleFormatter<TextLog, ConsoleFormatterOptions>();
        // Requests carry codes of enterprises and persons, so the web server's own lines about them
        // stay out. Bound to the provider, which no Logging:LogLevel of an operator overrules.
        logging.AddFilter<ConsoleLoggerProvider>("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter<ConsoleLoggerProvider>("Microsoft.Hosting", LogLevel.Warning);
        // It warns at each key that nothing encrypts it; docs/security.md says what that means.
        logging.AddFilter<ConsoleLoggerProvider>("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // What goes wrong at the start or in the background is told by Program, once and plainly.
        logging.AddFilter<ConsoleLoggerProvider>("Microsoft.Extensions.Hosting", LogLevel.None);
    }

    /// <summary>What is said, without personal data.</summary>
    public static string Said<T>(in LogEntry<T> entry) =>
        PersonalData.Masked(entry.Formatter(entry.State, entry.Exception));

    /// <summary>What was thrown and where; null: nothing.</summary>
    public static string? Thrown(Exception? exception) =>
        exception is null ? null : PersonalData.Masked(Told(exception));

    /// <summary>Whether it comes from disks, networks or servers, and not from this program.</summary>
    public static bool IsForeign(Exception thrown) => thrown is IOException or SocketException
        or UnauthorizedAccessException or DbException or OutsideFault;

    /// <summary>
    /// The message only of what comes from disks, networks and servers: any other may repeat what
    /// somebody sent, such as a name that is not a number.
    /// </summary>
    private static string Told(Exception thrown)
    {
        var message = IsForeign(thrown) ? $": {thrown.Message}" : "";
        var inner = thrown.InnerException is { } cause ? $" <- {Told(cause)}" : "";
        return $"{thrown.GetType()}{message}\n{thrown.StackTrace}{inner}";
    }
}
