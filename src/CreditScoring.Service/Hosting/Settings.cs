using System.Globalization;
using System.Net;
using CreditScoring.Disk;

namespace CreditScoring.Service.Hosting;

/// <summary>What the operator has decided, checked once at the start.</summary>
/// <param name="RulesPath">The folder of rules.</param>
/// <param name="RecordPath">The SQLite file.</param>
/// <param name="Urls">Where to listen; loopback only, since nobody signs in yet.</param>
public sealed record Settings(string RulesPath, string RecordPath, string Urls, bool Demo)
{
    /// <summary>The database that has the record; null: a file has it.</summary>
    public ServerAddress? Postgres { get; private init; }

    /// <summary>Where the record is, for logs.</summary>
    public string RecordName => Postgres?.ToString() ?? RecordPath;

    /// <summary>Null: no Redis; events come by HTTP, and the record answers for tiers.</summary>
    public ServerAddress? Redis { get; private init; }

    /// <summary>
    /// The name under which this worker reads from Redis: the same after a restart.
    /// </summary>
    public string Worker { get; private init; } = "";

    /// <summary>
    /// Whether a key has to be shown (<c>Access:Mode=keys</c>), or whoever reaches the port may do all.
    /// </summary>
    public bool WantsKeys { get; init; }

    /// <summary>Whether looks into files are told in the record, where keys are shown.</summary>
    public bool TellsLooks { get; init; } = true;

    /// <summary>Whether everybody may read what is published of draws: <c>Public:Draws</c>.</summary>
    public bool PublishesDraws { get; init; }

    /// <summary>A session ends that is not used for so long: <c>Access:SessionIdleMinutes</c>.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after so long in any case: <c>Access:SessionHours</c>.</summary>
    public TimeSpan SessionTime { get; init; } = TimeSpan.FromHours(12);

    /// <summary>With which persons may sign in; null: with passwords alone.</summary>
    public ProviderSettings? Provider { get; init; }

    /// <summary>Packs with numbers from memory may judge all the same; off unless said.</summary>
    public bool AcceptRecalled { get; init; }

    /// <summary>
    /// Whether the rules folder is taken as it is (<c>Rules:TrustFolder</c>), or only what was approved and
    /// published in the record.
    /// </summary>
    public bool TrustsFolder { get; init; }

    /// <summary>
    /// Who approves a law that moves more than so many percent has to have opened its back-test:
    /// <c>Rules:BacktestShare</c>.
    /// </summary>
    public int BacktestShare { get; init; } = 1;

    /// <summary>
    /// The file that the operator's own back-up job touches when it is done: <c>Record:BackupMark</c>; null:
    /// nobody tells the service of other copies than its own.
    /// </summary>
    public string? BackupMark { get; init; }

    /// <summary>Texts in quarantine are blanked after so many days; null: they stay.</summary>
    public int? QuarantineDays { get; init; }

    /// <summary>Beyond it the log of a SQLite record is shortened: <c>Record:LogMiB</c>.</summary>
    public long LogOctets { get; init; } = 256L << 20;

    /// <summary>A question that holds up the log for longer is cut: <c>Record:ReadSeconds</c>.</summary>
    public TimeSpan ReadTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A folder whose inbox/ is watched; null: none is.</summary>
    public string? InboxFolder { get; init; }

    /// <summary>Octets of text that may be read or wait in memory: <c>Inbox:WaitingMiB</c>.</summary>
    public long WaitingText { get; init; } = 64L << 20;

    /// <summary>How long a request waits for room: <c>Inbox:PatienceSeconds</c>.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>So many events are taken in one request: <c>Inbox:MostEvents</c>.</summary>
    public int MostEvents { get; init; } = 10_000;

    /// <summary>Octets of a table that is handed in: <c>Tables:MostMiB</c>.</summary>
    public long LargestTable { get; init; } = 512L << 20;

    /// <summary>
    /// By which numbers of natural persons in tables become hashes: <c>Tables:PersonKey</c>, or
    /// <c>CREDIT_PERSON_KEY</c> as the command line has it; null: there is none.
    /// </summary>
    public string? PersonKey { get; init; }

    /// <summary>Within which a whole body has to come: <c>Inbox:BodySeconds</c>.</summary>
    public TimeSpan BodyTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>
    /// Listens for health and metrics alone, with connections of its own: <c>Health:Urls</c>; null:
    /// only the usual listener answers these.
    /// </summary>
    public string? HealthUrls { get; private init; }

    /// <summary>Where webhooks may go: <c>Webhooks:...</c>.</summary>
    public WebhookSettings Webhooks { get; init; } = new();

    /// <summary>
    /// Requests of one person or program: <c>Limits:CallerPerMinute</c>; 0: as many as come.
    /// </summary>
    public int CallerPerMinute { get; init; }

    /// <summary>Requests of one address: <c>Limits:AddressPerMinute</c>; 0: as many as come.</summary>
    public int AddressPerMinute { get; init; }

    /// <summary>Beyond so many the oldest dead letters go: <c>Redis:DeadLetters</c>.</summary>
    public int DeadLetters { get; init; } = 10_000;

    /// <summary>How often RulesEngine is asked too, 0 to 1: <c>Rules:SecondOpinion</c>.</summary>
    public double SecondOpinion { get; init; } = 1;

    /// <summary>The collector that is sent the metrics; null: none.</summary>
    public Uri? Otlp { get; init; }

    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <exception cref="Refusal">A setting cannot be used; the message names all of
    /// them.</exception>
    public static Settings Read(IConfiguration configuration, Switches switches, AddressReaders addresses)
    {
        var rules = switches.Rules ?? configuration["Rules:Path"]
            ?? RuleFolder.BesideTheBinaries;
        var record = switches.Record ?? configuration["Record:Path"];
        var urls = switches.Urls ?? configuration["Urls"] ?? DefaultUrl;
        var wrong = SettingKeys.FaultsOf(
            configuration, Environment.GetEnvironmentVariables().Keys.Cast<string>()).ToList();
        wrong.AddRange(FaultsOf(rules, record, switches.Demo));
        var postgres = addresses.Postgres(configuration, switches, wrong);
        var redis = addresses.Redis(configuration, switches, wrong);
        var otlp = ReadOtlp(configuration, wrong);
        var provider = ProviderSettings.Read(configuration, wrong);
        var health = configuration["Health:Urls"] is { Length: > 0 } given ? given : null;
        wrong.AddRange(FaultsOf(urls, "--urls").Concat(FaultsOf(health, "Health:Urls")));
        if (wrong.Count > 0)
        {
            throw new Refusal(string.Join('\n', wrong), 2);
        }

        record ??= switches.Demo
            ? Path.Combine(Directory.CreateTempSubdirectory("credit-demo-").FullName, "credit.db")
            : "credit.db";
        var settings = new Settings(
            Path.GetFullPath(rules), Path.GetFullPath(record), urls, switches.Demo)
        {
            Postgres = postgres,
            Redis = redis,
            Worker = configuration["Redis:Worker"] ?? WorkerOf(postgres, record, urls),
            WantsKeys = configuration["Access:Mode"] == "keys",
            TrustsFolder = Trusts(configuration, switches),
            TellsLooks = configuration["Access:TellLooks"] is null || Says(configuration, "Access:TellLooks"),
            InboxFolder = (switches.Inbox ?? configuration["Inbox:Folder"]) is { Length: > 0 } inbox
                ? Path.GetFullPath(inbox) : null,
            HealthUrls = health,
            Provider = provider,
            Otlp = otlp,
        };
        return settings.Bounded(configuration);
    }

    /// <summary>A demo leaves nothing behind.</summary>
    public void RemoveDemoData()
    {
        if (Demo)
        {
            Directory.Delete(Path.GetDirectoryName(RecordPath)!, recursive: true);
        }
    }

    /// <summary>With the days, times, sizes and counts that are said; the others stay as usual.</summary>
    private Settings Bounded(IConfiguration configuration) => this with
    {
        SessionIdle = Seconds(configuration, "Access:SessionIdleMinutes") * 60 ?? SessionIdle,
        SessionTime = Seconds(configuration, "Access:SessionHours") * 3600 ?? SessionTime,
        BackupMark = configuration["Record:BackupMark"] is { Length: > 0 } mark ? Path.GetFullPath(mark)
            : null,
        QuarantineDays = Number(configuration, "Record:QuarantineDays"),
        SecondOpinion = SettingKeys.ShareOf(configuration["Rules:SecondOpinion"] ?? "") ?? SecondOpinion,
        LogOctets = MiB(configuration, "Record:LogMiB") ?? LogOctets,
        ReadTime = Seconds(configuration, "Record:ReadSeconds") ?? ReadTime,
        WaitingText = MiB(configuration, "Inbox:WaitingMiB") ?? WaitingText,
        Patience = Seconds(configuration, "Inbox:PatienceSeconds") ?? Patience,
        MostEvents = Number(configuration, "Inbox:MostEvents") ?? MostEvents,
        BodyTime = Seconds(configuration, "Inbox:BodySeconds") ?? BodyTime,
        LargestTable = MiB(configuration, "Tables:MostMiB") ?? LargestTable,
        PersonKey = configuration["Tables:PersonKey"] ?? configuration["CREDIT_PERSON_KEY"],
        Webhooks = WebhookSettings.Read(configuration, Seconds(configuration, "Webhooks:Seconds")),
        // Where nobody says who he is, all come from this machine.
        CallerPerMinute = Number(configuration, "Limits:CallerPerMinute") ?? (WantsKeys ? 6_000 : 0),
        AddressPerMinute = Number(configuration, "Limits:AddressPerMinute") ?? (WantsKeys ? 30_000 : 0),
        BacktestShare = Number(configuration, "Rules:BacktestShare") ?? BacktestShare,
        AcceptRecalled = Says(configuration, "Rules:AcceptRecalled"),
        PublishesDraws = Demo || Says(configuration, "Public:Draws"),
        DeadLetters = Number(configuration, "Redis:DeadLetters") ?? DeadLetters,
    };

    /// <summary>
    /// One process has a file; of those that share a database each listens somewhere else. Where
    /// the system chooses the port, only the process itself tells them apart.
    /// </summary>
    private static string WorkerOf(ServerAddress? postgres, string record, string urls) =>
        $"{Environment.MachineName}:" + (postgres is null ? Path.GetFullPath(record)
            : urls.Contains(":0", StringComparison.Ordinal) ? $"process {Environment.ProcessId}"
            : urls);

    private static Uri? ReadOtlp(IConfiguration configuration, List<string> wrong)
    {
        if (!Uri.TryCreate(configuration["Telemetry:Otlp"], UriKind.Absolute, out var address))
        {
            return null;
        }

        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback
            && !Says(configuration, "Telemetry:AllowPlain"))
        {
            wrong.Add($"Telemetry:Otlp: {address.Host} is another machine and the connection is not "
                + "encrypted; use https, or set Telemetry:AllowPlain=true on a network that you trust");
        }

        return address;
    }

    private static bool Trusts(IConfiguration configuration, Switches switches) =>
        switches.Demo || (switches.TrustsFolder ?? Says(configuration, "Rules:TrustFolder"));

    private static bool Says(IConfiguration configuration, string name) =>
        bool.TryParse(configuration[name], out var said) && said;

    /// <summary>In octets.</summary>
    private static long? MiB(IConfiguration configuration, string name) =>
        (long?)Number(configuration, name) << 20;

    private static TimeSpan? Seconds(IConfiguration configuration, string name) =>
        Number(configuration, name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static int? Number(IConfiguration configuration, string name) =>
        int.TryParse(configuration[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static IEnumerable<string> FaultsOf(string rules, string? record, bool demo)
    {
        if (demo && record is not null)
        {
            yield return "--demo keeps its data in a temporary folder: leave out --record "
                + "and Record:Path";
        }

        if (!Directory.Exists(rules))
        {
            yield return $"Rules:Path: there is no folder {Path.GetFullPath(rules)}";
        }
    }

    private static IEnumerable<string> FaultsOf(string? urls, string setting) =>
        (urls?.Split(';') ?? []).Select(url => FaultOf(url, setting)).OfType<string>();

    private static string? FaultOf(string url, string setting) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme != Uri.UriSchemeHttp
            ? $"{setting}: {url} is not an address such as {DefaultUrl}"
        : parsed.Host != "localhost"
            && !(IPAddress.TryParse(parsed.Host.Trim('[', ']'), out var address)
                && IPAddress.IsLoopback(address))
            ? $"{setting}: {url} is open to other machines, and nothing on the way is encrypted; "
                + "use 127.0.0.1, [::1] or localhost"
        : null;
}
