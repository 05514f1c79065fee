namespace CreditScoring.Service.Hosting;

/// <summary>
/// The command line. Read by hand: the usual reader would take <c>--demo --urls X</c> for a setting
/// "demo" with the value "--urls".
/// </summary>
public sealed record Switches
{
    public const string Usage = """
        CreditScoring.Service [--demo] [--rules FOLDER] [--record FILE | --postgres CONNECTION]
                              [--trust-folder true|false]
                              [--inbox FOLDER] [--urls http://127.0.0.1:5080] [--redis HOST:PORT]
        CreditScoring.Service rebuild-cache [--record FILE | --postgres CONNECTION]
                              [--redis HOST:PORT]
        CreditScoring.Service verify | root | backup | restore | restored | replay   (each with --help)
        CreditScoring.Service first-admin | admin-password                           (each with --help)

          --demo     three years of invented events of 2,000 enterprises, in a temporary folder
          --rules    the folder of rules (Rules:Path); by default those beside the program
          --trust-folder true: the rules folder is taken as it is (Rules:TrustFolder), and every answer
                     says so; by default only what two persons have approved and published is in force
          --record   the SQLite file (Record:Path); by default ./credit.db
          --postgres the record in PostgreSQL instead, for any number of workers (Record:Postgres,
                     where a password belongs: CREDIT__Record__Postgres="Host=...;Database=...")
          --inbox    a folder (Inbox:Folder): files laid into its inbox/ are taken in, then
                     moved to its done/; by default none is watched
          --urls     where to listen, this machine only; by default http://127.0.0.1:5080
          --redis    also take events from, and give tiers and recommendations to, this server
                     (Redis:Connection, where a password belongs: CREDIT__Redis__Connection)

        rebuild-cache empties the tier cache in Redis and fills it anew from the record.

        Settings also come from the environment: CREDIT__Record__Path=/var/lib/credit/credit.db
        There are also Rules:AcceptRecalled, Redis:AllowPlain, Redis:Worker, Redis:DeadLetters,
        Inbox:WaitingMiB, Inbox:PatienceSeconds, Inbox:MostEvents, Inbox:BodySeconds, Health:Urls,
        Telemetry:Otlp, Telemetry:AllowPlain and Logging:Form (json or text).
        """;

    public bool Demo { get; private init; }

    public string? Rules { get; private init; }

    /// <summary>Null: it is not said here.</summary>
    public bool? TrustsFolder { get; private init; }

    public string? Record { get; private init; }

    public string? Postgres { get; private init; }

    public string? Inbox { get; private init; }

    public string? Urls { get; private init; }

    public string? Redis { get; private init; }

    /// <exception cref="Refusal">A switch that is not known, or lacks its value.</exception>
    public static Switches Parse(IReadOnlyList<string> arguments)
    {
        var switches = new Switches();
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            switches = parts[0] switch
            {
                "--demo" when parts.Length == 1 => switches with { Demo = true },
                "--rules" => switches with { Rules = Value() },
                "--trust-folder" => switches with { TrustsFolder = Truth() },
                "--record" => switches with { Record = Value() },
                "--postgres" => switches with { Postgres = Value() },
                "--inbox" => switches with { Inbox = Value() },
                "--urls" => switches with { Urls = Value() },
                "--redis" => switches with { Redis = Value() },
                "--help" or "-h" => throw new Refusal(Usage, 0),
                _ => throw new Refusal($"{arguments[i]} is not known\n\n{Usage}", 2),
            };

            bool Truth() => bool.TryParse(Value(), out var said) ? said
                : throw new Refusal($"{parts[0]} is true or false\n\n{Usage}", 2);

            string Value() => parts.Length == 2 ? parts[1]
                : i + 1 < arguments.Count && !IsSwitch(arguments[i + 1]) ? arguments[++i]
                : throw new Refusal($"{parts[0]} wants a value\n\n{Usage}", 2);
        }

        return switches;
    }

    private static bool IsSwitch(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal);
}
