using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Governance;

/// <summary>Acts of the record -> entries of the gazette, and the gazette that they make.</summary>
public static class GazetteReader
{
    private static readonly Dictionary<string, Func<string, ObjectReader, GazetteEntry>> Readers = new()
    {
        ["law-drafted"] = (id, of) => new LawDrafted(id, Of(of, "title"), Of(of, "content"), Of(of, "book"))
        {
            Reason = Of(of, "reason"),
        },
        ["law-proposed"] = (id, of) => new LawProposed(id, Of(of, "content")),
        ["law-withdrawn"] = (id, _) => new LawWithdrawn(id),
        ["law-remarked"] = (id, of) => new LawRemarked(id, Of(of, "text")),
        ["law-approved"] = (id, of) => new LawApproved(id, Of(of, "content")),
        ["law-returned"] = (id, of) => new LawReturned(id, Of(of, "reason")),
        ["law-published"] = (id, of) => new LawPublished(id, Of(of, "content"), Day(of)),
        ["law-rolled-back"] = (id, of) => new LawRolledBack(id, Of(of, "former"), Day(of), Of(of, "reason")),
        ["law-in-force"] = (id, _) => new LawCameIntoForce(id),
        ["law-backtest-begun"] = (id, of) => new LawBacktestBegun(
            id, Of(of, "run"), of.RequireDate("day") ?? default) { From = of.Date("from") },
        ["law-backtested"] = (id, of) => new LawBacktested(
            id, Of(of, "run"), Of(of, "report"), Count(of, "subjects"), Count(of, "moved")),
        ["law-backtest-cancelled"] = (id, of) => new LawBacktestCancelled(id, Of(of, "run")),
        ["law-backtest-read"] = (id, of) => new LawBacktestRead(id, Of(of, "run")),
        ["law-shadow-begun"] = (id, of) => new LawShadowBegun(
            id, Of(of, "run"), of.RequireDate("from") ?? default, of.RequireDate("until") ?? default),
        ["law-shadow-stopped"] = (id, of) => new LawShadowStopped(id, Of(of, "run")),
        ["law-carried-over"] = (id, of) => new LawCarriedOver(id, Of(of, "book")),
    };

    public static IEnumerable<string> Whats => Readers.Keys;

    /// <summary>The gazette and the register after a numbered act of the record.</summary>
    /// <exception cref="InvalidDataException">It was kept by a newer program, or changed since.</exception>
    public static Gazette After(Gazette gazette, KeptAct kept)
    {
        var next = gazette with { Register = RegisterDesk.After(gazette.Register, kept) };
        return RegisterDesk.IsOfLaw(kept.Act) ? OfKept(kept.Act).EnteredIn(next, kept.Act.Actor) : next;
    }

    /// <exception cref="InvalidDataException">It was kept by a newer program, or changed since.</exception>
    public static GazetteEntry OfKept(Act act)
    {
        var flaws = new List<Flaw>();
        var body = JsonDocumentReader.Read(new SourceText($"act {act.Number}", act.Body), out var broken);
        var read = Readers.GetValueOrDefault(act.What);
        var entry = body is null ? null : read?.Invoke(GazetteEntry.IdOf(act), new ObjectReader(body, flaws));
        return entry is not null && flaws.Count == 0 ? entry
            : throw new InvalidDataException($"act {act.Number}, {act.What} {act.Target}, cannot be read: "
                + (broken ?? flaws.FirstOrDefault())?.ToString());
    }

    private static string Of(ObjectReader reader, string name) => reader.RequireText(name) ?? "";

    private static long Count(ObjectReader reader, string name) => (long)(reader.Number(name) ?? 0);

    private static DateOnly Day(ObjectReader reader) => reader.RequireDate("from") ?? default;
}
