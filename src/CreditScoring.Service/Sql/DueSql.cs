using CreditScoring.Events;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>Asks for what falls due: duties and windows of inspections, along their last days.</summary>
internal static class DueSql
{
    private const string DutyOrder = "d.due, d.kind, d.subject, d.regime, d.number";

    public static (string Sql, object?[] Values) Of(DutyQuery query)
    {
        var wanted = ConditionsOf(query);
        if (query.After is { } after)
        {
            wanted.AddAfter(
                DutyOrder, after.Due ?? KeptDuty.NoDay, after.Subject.Kind, after.Subject.Id, after.Regime,
                after.Number);
        }

        return (
            "SELECT d.kind, d.subject, d.regime, d.number, d.duty, d.whose, d.source, d.id, d.opens, d.due, "
            + $"d.state, d.region, {RowValues.ProfileColumns} FROM duties d "
            + "JOIN files f ON f.kind = d.kind AND f.subject = d.subject "
            + $"{wanted.Where}ORDER BY {DutyOrder} LIMIT {wanted.Value(query.Limit)}", wanted.Values);
    }

    public static SubjectDuty Duty<TRow>(TRow row)
        where TRow : IRow
    {
        var due = row.Day(9);
        return new SubjectDuty(
            row.SubjectAt(0),
            new KeptDuty(
                row.Text(2), row.Int(3), row.Text(4), row.Text(5), new EventId(row.Text(6), row.Text(7)),
                row.DayAt(8), due >= KeptDuty.UnknownDay ? null : due, row.Text(10))
            {
                IsDueUnknown = due == KeptDuty.UnknownDay,
            },
            row.ProfileAt(12), row.TextAt(11));
    }

    public static (string Sql, object?[] Values) Of(WindowQuery query)
    {
        var wanted = ConditionsOf(query);
        if (query.After is { } after)
        {
            wanted.AddAfter("f.due, f.kind, f.subject", after.Due, after.Subject.Kind, after.Subject.Id);
        }

        return (
            $"SELECT f.kind, f.subject, f.region, {RowValues.ProfileColumns}, {RowValues.WindowColumns} "
            + $"FROM files f {wanted.Where}ORDER BY f.due, f.kind, f.subject "
            + $"LIMIT {wanted.Value(query.Limit)}", wanted.Values);
    }

    public static (string Sql, object?[] Values) CountOf(DutyQuery query)
    {
        var wanted = ConditionsOf(query);
        return ($"SELECT count(*) FROM duties d {wanted.Where}", wanted.Values);
    }

    /// <summary>How many of each name and state, of a regime.</summary>
    public static (string Sql, object?[] Values) CountByName(string regime, string? region)
    {
        var wanted = ConditionsOf(new DutyQuery(1) { Regime = regime, Region = region });
        return (
            $"SELECT d.duty, d.state, count(*) FROM duties d {wanted.Where}GROUP BY d.duty, d.state",
            wanted.Values);
    }

    public static (string Sql, object?[] Values) CountOf(WindowQuery query)
    {
        var wanted = ConditionsOf(query);
        return ($"SELECT count(*) FROM files f {wanted.Where}", wanted.Values);
    }

    private static Conditions ConditionsOf(DutyQuery query)
    {
        var wanted = new Conditions();
        wanted.Add("d.state = ", query.State);
        wanted.Add("d.due < ", query.DueBefore);
        wanted.Add("d.regime = ", query.Regime);
        wanted.Add("d.kind = ", query.Kind);
        wanted.AddBeginning("d.region", query.Region, ":");
        return wanted;
    }

    private static Conditions ConditionsOf(WindowQuery query)
    {
        var wanted = new Conditions();
        wanted.Say("f.due IS NOT NULL");
        wanted.Add("f.due < ", query.DueBefore);
        wanted.Add("f.due >= ", query.DueFrom);
        wanted.Add("f.opens < ", query.OpensBefore);
        wanted.Add("f.kind = ", query.Kind);
        wanted.AddBeginning("f.region", query.Region, ":");
        return wanted;
    }

    public static SubjectWindow Window<TRow>(TRow row)
        where TRow : IRow => new(row.SubjectAt(0), row.WindowAt(6), row.ProfileAt(3), row.TextAt(2));
}
