using System.Net;
using CreditScoring.Records.Postgres;

namespace CreditScoring.Service;

/// <summary>What the operator has decided, checked once at the start.</summary>
/// <param name="RulesPath">The folder of rules.</param>
/// <param name="RecordPath">The SQLite file.</param>
/// <param name="Urls">Where to listen; loopback only, since nobody signs in yet.</param>
public sealed record Settings(string RulesPath, string RecordPath, string Urls, bool Demo)
{
    /// <summary>The database that has the record; null: a file has it.</summary>
    public PostgresAddress? Postgres { get; private init; }

    /// <summary>Where the record is, for logs.</summary>
    public string RecordName => Postgres?.ToString() ?? RecordPath;

    /// <summary>Null: no Redis; events come by HTTP, and the record answers for tiers.</summary>
    public Redis.RedisAddress? Redis { get; private init; }

    /// <summary>
    /// The name under which this worker reads from Redis: the same after a restart.
    /// </summary>
    public string Worker { get; private init; } = "";

    /// <summary>Packs with numbers from memory may judge all the same; off unless said.</summary>
    public bool AcceptRecalled { get; init; }

    /// <summary>A folder whose inbox/ is watched; null: none is.</summary>
    public string? InboxFolder { get; init; }

    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <exception cref="Refusal">A setting cannot be used; the message names all of
    /// them.</exception>
    public static Settings Read(IConfiguration configuration, Switches switches)
    {
        var rules = switches.Rules ?? configuration["Rules:Path"]
            ?? RuleShelf.RuleFolder.BesideTheBinaries;
        var record = switches.Record ?? configuration["Record:Path"];
        var urls = switches.Urls ?? configuration["Urls"] ?? DefaultUrl;
        var wrong = new List<string>();
        if (switches.Demo && record is not null)
        {
            wrong.Add("--demo keeps its data in a temporary folder: leave out --record "
                + "and Record:Path");
        }

        if (!Directory.Exists(rules))
        {
            wrong.Add($"Rules:Path: there is no folder {Path.GetFullPath(rules)}");
        }

        var postgres = PostgresSettings.Read(configuration, switches, wrong);
        var redis = ReadRedis(configuration, switches, wrong);
        wrong.AddRange(urls.Split(';').Select(FaultOf).OfType<string>());
        if (wrong.Count > 0)
        {
            throw new Refusal(string.Join('\n', wrong), 2);
        }

        record ??= switches.Demo
            ? Path.Combine(Directory.CreateTempSubdirectory("credit-demo-").FullName, "credit.db")
            : "credit.db";
        return new Settings(
            Path.GetFullPath(rules), Path.GetFullPath(record), urls, switches.Demo)
        {
            Postgres = postgres,
            Redis = redis,
            Worker = configuration["Redis:Worker"] ?? WorkerOf(postgres, record, urls),
            AcceptRecalled = string.Equals(
                configuration["Rules:AcceptRecalled"], "true", StringComparison.OrdinalIgnoreCase),
            InboxFolder = (switches.Inbox ?? configuration["Inbox:Folder"]) is { Length: > 0 } inbox
                ? Path.GetFullPath(inbox) : null,
        };
    }

    /// <summary>A demo leaves nothing behind.</summary>
    public void RemoveDemoData()
    {
        if (Demo)
        {
            Directory.Delete(Path.GetDirectoryName(RecordPath)!, recursive: true);
        }
    }

    /// <summary>
    /// One process has a file; of those that share a database each listens somewhere else. Where
    /// the system chooses the port, only the process itself tells them apart.
    /// </summary>
    private static string WorkerOf(PostgresAddress? postgres, string record, string urls) =>
        $"{Environment.MachineName}:" + (postgres is null ? Path.GetFullPath(record)
            : urls.Contains(":0", StringComparison.Ordinal) ? $"process {Environment.ProcessId}"
            : urls);

    private static Redis.RedisAddress? ReadRedis(
        IConfiguration configuration, Switches switches, List<string> wrong)
    {
        if ((switches.Redis ?? configuration["Redis:Connection"]) is not { Length: > 0 } text)
        {
            return null;
        }

        var allowed = configuration["Redis:AllowPlain"] ?? "false";
        if (!bool.TryParse(allowed, out var plain))
        {
            wrong.Add($"Redis:AllowPlain: {allowed} is neither true nor false");
        }

        var address = global::CreditScoring.Redis.RedisAddress.Parse(text, plain, out var flaw);
        if (flaw is not null)
        {
            wrong.Add(flaw);
        }

        return address;
    }

    private static string? FaultOf(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme != Uri.UriSchemeHttp
            ? $"--urls: {url} is not an address such as {DefaultUrl}"
        : parsed.Host != "localhost"
            && !(IPAddress.TryParse(parsed.Host.Trim('[', ']'), out var address)
                && IPAddress.IsLoopback(address))
            ? $"--urls: {url} is open to other machines, and nobody has to sign in yet; "
                + "use 127.0.0.1, [::1] or localhost"
        : null;
}
