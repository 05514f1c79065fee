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

    public static readonly IReadOnlyList<RowKind> All = [Acts];
}
