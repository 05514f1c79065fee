using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Npgsql;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>What one batch changes of that by which lists look, each table in one statement.</summary>
internal sealed class PostgresListings(RecordBatch batch)
{
    public IEnumerable<NpgsqlBatchCommand> Statements()
    {
        var left = batch.Files
            .SelectMany(each => each.Left, (each, regime) => (each.File.Subject, Regime: regime)).ToList();
        if (left.Count > 0)
        {
            yield return Say("DELETE FROM listings l USING unnest($1, $2, $3) AS k(kind, subject, regime) "
                + "WHERE (l.kind, l.subject, l.regime) = (k.kind, k.subject, k.regime)",
                left.Column(row => row.Subject.Kind), left.Column(row => row.Subject.Id),
                left.Column(row => row.Regime));
        }

        var rows = batch.Files.SelectMany(
            each => each.Differing,
            (each, one) => ListingSql.Values(one, each.ListingOf(one), each.File.Profile)).ToList();
        if (rows.Count > 0)
        {
            yield return Say(
                ListingSql.Put("SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                    "CAST($13 AS date)"),
                Of<string>(0), Of<string>(1), Of<string>(2), Of<string>(3), Of<string>(4), Whole(5),
                rows.Column(row => (decimal)row[6]!), rows.Column(row => (DateOnly)row[7]!), Of<string>(8),
                Of<string>(9), Of<string>(10), Of<string>(11),
                batch.Files.Max(each => each.File.On));
        }

        foreach (var each in Duties())
        {
            yield return each;
        }

        string?[] Of<T>(int column) => rows.Column(row => (string?)row[column]);
        int[] Whole(int column) => rows.Column(row => (int)row[column]!);
    }

    private IEnumerable<NpgsqlBatchCommand> Duties()
    {
        var files = batch.Files.Where(each => each.Duties is not null).ToList();
        if (files.Count == 0)
        {
            yield break;
        }

        yield return Say("DELETE FROM duties d USING unnest($1, $2) AS k(kind, subject) "
            + "WHERE (d.kind, d.subject) = (k.kind, k.subject)",
            files.Column(each => each.File.Subject.Kind), files.Column(each => each.File.Subject.Id));
        var rows = files.SelectMany(each => each.Duties!, (each, duty) => (each.File, Duty: duty)).ToList();
        if (rows.Count > 0)
        {
            yield return Say("INSERT INTO duties SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, "
                + "$10, $11, $12)",
                rows.Column(row => row.File.Subject.Kind), rows.Column(row => row.File.Subject.Id),
                rows.Column(row => row.Duty.Regime), rows.Column(row => row.Duty.Number),
                rows.Column(row => row.Duty.Name), rows.Column(row => row.Duty.Of),
                rows.Column(row => row.Duty.Event.Source), rows.Column(row => row.Duty.Event.Id),
                rows.Column(row => row.Duty.Opens), rows.Column(row => row.Duty.KeptDue),
                rows.Column(row => row.Duty.State), rows.Column(row => row.File.Region));
        }
    }
}
