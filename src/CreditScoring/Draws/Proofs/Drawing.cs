namespace CreditScoring.Draws.Proofs;

/// <summary>
/// The draw itself, in one screen: announcement, secret and public value -> seed; seed and list -> those
/// drawn and their reserves; seed and register -> who goes where.
/// </summary>
public static class Drawing
{
    /// <param name="announced">What was published.</param>
    /// <param name="secret">The one that was committed to.</param>
    /// <param name="value">Null: none was named.</param>
    /// <param name="lots">With every object of the list put in.</param>
    /// <param name="register">Null: objects alone are drawn.</param>
    public static Proof Of(
        Announcement announced, DrawSecret secret, PublicValue? value, Lots lots, InspectorRegister? register)
    {
        var drawn = lots.Drawn();
        var pairs = register is null ? null
            : Deal.Of(lots.Seed, drawn, register, announced.Rule, announced.Inspectors!.Visits);
        return new Proof(
            announced, secret, value, lots.Seed.Value,
            [.. drawn.Select((lot, place) => Of(lot, pairs?[place] ?? []))],
            [.. lots.Reserves().Select(lot => Of(lot, []))], []);
    }

    /// <summary>The lots of a draw, still empty.</summary>
    public static Lots Lots(Announcement announced, DrawSecret secret, PublicValue? value) => new(
        DrawSeed.Of(announced.Digest, secret, value?.Value ?? ""), announced.Plan.Strata);

    private static DrawnObject Of(Lot lot, IReadOnlyList<string> inspectors) =>
        new(lot.Object.Stratum, lot.Object.Id, lot.Rank, inspectors);
}
