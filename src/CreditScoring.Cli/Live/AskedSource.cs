using System.CommandLine;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli.Live;

/// <summary>An option that has to be written where files are asked, and not where a service is.</summary>
internal interface IFileOption;

/// <inheritdoc cref="IFileOption"/>
internal sealed class FileOption<T>(string name) : Option<T>(name), IFileOption;

/// <summary>Of which a verb is asked that reads files: those, or a live service.</summary>
internal sealed class AskedSource
{
    private const string ServerName = "--server";

    private readonly Option<string?> server = new(ServerName);
    private readonly Option<string?> keyFile = Server.KeyFile();
    private readonly Option[] ofFiles;

    /// <param name="ofFiles">Options that say nothing to a service.</param>
    public AskedSource(Command verb, params Option[] ofFiles)
    {
        this.ofFiles = ofFiles;
        verb.Add(server);
        verb.Add(keyFile);
    }

    public static Option<string?> Events() => new FileOption<string?>("--events");

    /// <summary>Whether a live service is named.</summary>
    public static bool IsServer(ParseResult parsed) => parsed.CommandResult.Command.Options
        .Any(each => each.Name == ServerName && parsed.GetResult(each) is { Implicit: false });

    /// <returns>Null: files are asked.</returns>
    public Server? Of(ParseResult parsed)
    {
        if (parsed.GetValue(server) is not { } url)
        {
            return null;
        }

        return ofFiles.FirstOrDefault(each => parsed.GetResult(each) is { Implicit: false }) is { } foreign
            ? throw new WrongUseException(Phrases.NotWithServer(foreign.Name))
            : new Server(url, parsed.GetValue(keyFile));
    }
}
