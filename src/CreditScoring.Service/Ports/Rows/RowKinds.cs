namespace CreditScoring.Service.Ports.Rows;

/// <summary>All kinds of row that are declared; a record learns of a new one when it is opened.</summary>
public static class RowKinds
{
    public static readonly RowKind Acts = new(
        "acts",
        [
            new("number", Cell.Number) { MayBeNull = true, IsUnique = true },
            new("actor"), new("what"), new("target"),
            new("region") { MayBeNull = true },
            new("body"),
            new("secret") { MayBeNull = true, MayGo = true },
        ],
        batch => batch.Acts.Select(act => new object?[]
        {
            act.Number, act.Actor, act.What, act.Target, act.Region, act.Body, act.Secret,
        }))
    {
        LookedForBy = ["actor", "target"],
    };

    /// <summary>A key names run and number, so that a portion is kept once.</summary>
    public static readonly RowKind Portions = new(
        "backtest_portions",
        [
            new("key") { IsUnique = true }, new("run"), new("number", Cell.Number),
            new("until_kind"), new("until_subject"), new("body"),
        ],
        batch => batch.Portions.Select(portion => new object?[]
        {
            $"{portion.Run}:{portion.Number}", portion.Run, portion.Number, portion.Until.Kind,
            portion.Until.Id, portion.Body,
        }))
    {
        LookedForBy = ["run"],
    };

    public static readonly IReadOnlyList<RowKind> All = [Acts, Portions];
}
