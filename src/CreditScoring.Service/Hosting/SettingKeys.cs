using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Service.Hosting;

/// <summary>A setting: its name, what it may be, and how that is said.</summary>
public sealed record SettingKey(string Name, Func<string, bool> Takes, string Mend)
{
    /// <summary>Its value is never repeated, not even where it is wrong.</summary>
    public bool Secret { get; init; }
}

/// <summary>
/// Every setting that there is. A key that is not here, or a value that its key cannot take, ends
/// the start: a misspelt setting would otherwise be a decision that nobody made.
/// </summary>
public static class SettingKeys
{
    public static readonly IReadOnlyList<SettingKey> All =
    [
        new("Access:Mode", text => text is "open" or "keys", "open or keys"),
        Switch("Access:TellLooks"),
        Number("Access:SessionIdleMinutes", 1, 480),
        Number("Access:SessionHours", 1, 24),
        new("Access:Oidc:Authority", IsAddress, "a provider's address, such as https://id.example.cn"),
        Any("Access:Oidc:ClientId", "the id by which the provider knows this service"),
        Any("Access:Oidc:ClientSecret", "what the provider gave with it") with { Secret = true },
        Any("Access:Oidc:ClientSecretFile", "a file that has it"),
        Any("Access:Oidc:NameClaim", "a claim of the provider, such as sub"),
        Any("Record:Path", "the SQLite file"),
        Any("Record:Postgres", "Host=...;Database=...;Username=...;Password=...") with { Secret = true },
        Switch("Record:AllowUnsafe"),
        Switch("Record:AllowPlain"),
        Any("Record:BackupMark", "a file that the back-up job touches when it is done"),
        Number("Record:QuarantineDays", 1, 36_500),
        Number("Record:LogMiB", 1, 1_000_000),
        Number("Record:ReadSeconds", 1, 3600),
        Any("Rules:Path", "the folder of rules"),
        Switch("Rules:AcceptRecalled"),
        Switch("Rules:TrustFolder"),
        Number("Rules:BacktestShare", 0, 100),
        new("Rules:SecondOpinion", text => ShareOf(text) is not null, "off, a share such as 0.02, or always"),
        Switch("Public:Draws"),
        Any("Redis:Connection", "host:port,password=...,ssl=true") with { Secret = true },
        Switch("Redis:AllowPlain"),
        Any("Redis:Worker", "a name that stays the same after a restart"),
        Number("Redis:DeadLetters", 1, 1_000_000),
        Any("Inbox:Folder", "a folder whose inbox/ is watched"),
        Number("Inbox:WaitingMiB", 1, 4096),
        Number("Inbox:PatienceSeconds", 0, 60),
        Number("Inbox:MostEvents", 1, 100_000),
        Number("Inbox:BodySeconds", 1, 3600),
        Number("Tables:MostMiB", 1, 4096),
        new("Tables:PersonKey", text => System.Text.Encoding.UTF8.GetByteCount(text.Trim()) >= 16,
            "16 octets at least") { Secret = true },
        Any("Webhooks:Hosts", "hosts that may be sent to, such as a.example, b.example:8443"),
        new("Webhooks:PrivateAddresses", text => WebhookSettings.NetworksOf(text) is not null,
            "networks, such as 10.1.0.0/16, fd00::/8"),
        Number("Webhooks:Seconds", 1, 60),
        Switch("Webhooks:AllowPlain"),
        Number("Limits:CallerPerMinute", 0, 1_000_000),
        Number("Limits:AddressPerMinute", 0, 1_000_000),
        Any("Health:Urls", "http://127.0.0.1:5081"),
        new("Telemetry:Otlp", IsAddress, "a collector's address, such as http://127.0.0.1:4318/v1/metrics"),
        Switch("Telemetry:AllowPlain"),
        new("Logging:Form", text => text is "json" or "text", "json or text"),
    ];

    private const string Prefix = "CREDIT__";

    /// <summary>How often the second engine is asked: 0 (off) to 1 (always); null: not so written.</summary>
    public static double? ShareOf(string text) => text switch
    {
        "off" => 0,
        "always" => 1,
        _ => double.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share is > 0 and < 1 ? share : null,
    };

    /// <summary>What belongs to the framework; its own checks hold.</summary>
    private static readonly string[] Foreign =
        ["Logging:LogLevel", "Logging:Console", "Logging:Debug", "Logging:EventSource", "Logging:EventLog"];

    private static readonly string[] Plain = ["AllowedHosts", "Urls", "Environment"];

    private static readonly IReadOnlyList<string> Sections =
        [.. All.Select(key => key.Name.Split(':')[0]).Distinct()];

    /// <summary>One sentence for each key that is not known and each value that is wrong.</summary>
    /// <param name="environment">Names of the variables of the environment.</param>
    public static IEnumerable<string> FaultsOf(
        IConfiguration configuration, IEnumerable<string> environment)
    {
        var given = Sections.SelectMany(section => configuration.GetSection(section).AsEnumerable())
            .Where(pair => pair.Key.Contains(':') && !string.IsNullOrEmpty(pair.Value))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            if (All.FirstOrDefault(key => Same(key.Name, name)) is not { } key)
            {
                if (!Foreign.Any(prefix => Begins(name, prefix)))
                {
                    yield return Unknown(name);
                }
            }
            else if (!key.Takes(value!))
            {
                yield return key.Secret ? $"{key.Name} cannot be used; give {key.Mend}"
                    : $"{key.Name}: {Spelling.Shown(value!)} cannot be used; give {key.Mend}";
            }
        }

        foreach (var name in environment.Where(each => Begins(each, Prefix)).Select(KeyOf)
            .Where(IsStranger).Order(StringComparer.Ordinal))
        {
            yield return Unknown(name);
        }

        if (configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            yield return "Kestrel:Endpoints is not taken, since it would pass by --urls and what that "
                + "refuses; leave it out";
        }
    }

    /// <summary>A setting of the environment that no section holds, such as a misspelt one.</summary>
    private static bool IsStranger(string name) =>
        !Plain.Any(known => Same(known, name)) && !Begins(name, "Kestrel:")
        && !Sections.Any(section => Begins(name, $"{section}:"));

    private static string KeyOf(string variable) => variable[Prefix.Length..].Replace("__", ":");

    private static string Unknown(string name) =>
        NearMiss.Of(name, All.Select(key => key.Name)) is { } meant
            ? $"{Spelling.Shown(name)} is not known; did you mean {meant}?"
            : $"{Spelling.Shown(name)} is not known; there are "
                + $"{string.Join(", ", All.Select(key => key.Name))}";

    private static bool Same(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Begins(string text, string start) =>
        text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static SettingKey Any(string name, string mend) => new(name, _ => true, mend);

    private static SettingKey Switch(string name) =>
        new(name, text => bool.TryParse(text, out _), "true or false");

    private static SettingKey Number(string name, int from, int to) => new(
        name,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= from && number <= to,
        $"a whole number from {from} to {to}");

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
