using System.CommandLine;
using CreditScoring.Cli.Live;

namespace CreditScoring.Cli;

/// <summary><c>credit list</c>: where the subjects of a live service's record stand now.</summary>
public static class ListVerb
{
    private static readonly string[] Filters = ["tier", "regime", "region", "kind"];

    public static Command Create()
    {
        var server = Server.Option();
        var keyFile = Server.KeyFile();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var filters = Filters.Select(name => new Option<string?>($"--{name}")).ToArray();
        var verb = new Command("list");
        filters.ToList().ForEach(verb.Add);
        new Option[] { server, keyFile, language, json }.ToList().ForEach(verb.Add);
        verb.SetAction((parsed, stop) => RecordStandings.ListAsync(
            new Server(parsed.GetValue(server)!, parsed.GetValue(keyFile)),
            Questions.Query([.. filters.Select(each => (each.Name.TrimStart('-'), parsed.GetValue(each)))]),
            parsed.GetValue(language)!, parsed.GetValue(json), stop));
        return verb;
    }
}
