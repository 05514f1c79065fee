namespace CreditScoring.Service.Postgres;

/// <summary>The fourth step of the tables: by which engines was judged, beside the rule book.</summary>
internal static class PostgresEngines
{
    public const string Sql = """
        -- Of before this step they are not known.
        ALTER TABLE activations ADD COLUMN engines text;
        ALTER TABLE workers ADD COLUMN engines text;
        """;
}
