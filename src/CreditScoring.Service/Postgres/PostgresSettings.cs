using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Postgres;

/// <summary>What the operator has decided about the database.</summary>
public static class PostgresSettings
{
    /// <returns>Null: the record is a file, or the settings are wrong.</returns>
    public static PostgresAddress? Read(
        IConfiguration configuration, Switches switches, ICollection<string> wrong)
    {
        var plain = Flag("Record:AllowPlain");
        var unsafely = Flag("Record:AllowUnsafe");
        if ((switches.Postgres ?? configuration["Record:Postgres"]) is not { Length: > 0 } text)
        {
            return null;
        }

        if (switches.Demo || (switches.Record ?? configuration["Record:Path"]) is not null)
        {
            wrong.Add("Record:Postgres and Record:Path: the record is in one place; leave out one");
        }

        var address = PostgresAddress.Parse(text, plain, unsafely, out var flaw);
        if (flaw is not null)
        {
            wrong.Add(flaw);
        }

        return address;

        bool Flag(string name)
        {
            var said = configuration[name] ?? "false";
            if (!bool.TryParse(said, out var value))
            {
                wrong.Add($"{name}: {said} is neither true nor false");
            }

            return value;
        }
    }
}
