using System.CommandLine;
using CreditScoring.Cli.Live;

namespace CreditScoring.Cli;

/// <summary><c>credit list</c>: where the subjects of a live service's record stand now.</summary>
public static class ListVerb
{
    /// <summary>The options and the parameters that the service takes for them.</summary>
    private static readonly (string Option, string Parameter)[] Filters =
    [
        ("tier", "tier"), ("regime", "regime"), ("region", "region"), ("kind", "kind"),
        ("industry", "industry"), ("name", "name"), ("status", "status"), ("points-from", "pointsFrom"),
        ("points-to", "pointsTo"), ("due-before", "dueBefore"), ("worse-since", "worseSince"),
        ("sort", "sort"),
    ];

    public static Command Create()
    {
        var server = Server.Option();
        var keyFile = Server.KeyFile();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var filters = Filters.Select(each => new Option<string?>($"--{each.Option}")).ToArray();
        var verb = new Command("list");
        filters.ToList().ForEach(verb.Add);
        new Option[] { server, keyFile, language, json }.ToList().ForEach(verb.Add);
        verb.SetAction((parsed, stop) => RecordStandings.ListAsync(
            new Server(parsed.GetValue(server)!, parsed.GetValue(keyFile)),
            Questions.Query(
                [.. Filters.Zip(filters, (name, each) => (name.Parameter, parsed.GetValue(each)))]),
            parsed.GetValue(language)!, parsed.GetValue(json), stop));
        return verb;
    }
}
