using CreditScoring.Disk;
using CreditScoring.Law.Seconding;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Starting;

/// <summary>
/// The first rule book of a service that takes no folder as it is: the law that is in force in its record;
/// of a record from before it knew of proposals, the book that was in use; of a new one, none yet.
/// </summary>
public static class LawOpening
{
    /// <exception cref="Refusal">What is in force cannot be read, or nobody could ever put it in
    /// force.</exception>
    public static Shelf ShelfOf(Settings settings, Seconding? seconding, IRecord record, TimeProvider clock)
    {
        try
        {
            return ShelfAsync(settings, seconding, record, clock).GetAwaiter().GetResult();
        }
        catch (Exception why)
        {
            record.Dispose();
            throw why is RecordUnavailable ? new Refusal($"the record: {why.Message}", exitCode: 1) : why;
        }
    }

    /// <summary>The book by which a record is proved: what is in force in it, or else the folder's.</summary>
    public static async Task<Shelf> OfRecordAsync(Settings settings, IRecord record, TimeProvider clock) =>
        !settings.TrustsFolder && (await GazetteDesk.ReadAsync(record, Gazette.Empty)).InForce is { } law
            ? await ReadAsync(law, settings, null, record, clock)
            : Opening.ShelfOf(settings, null, clock);

    private static async Task<Shelf> ShelfAsync(
        Settings settings, Seconding? seconding, IRecord record, TimeProvider clock)
    {
        var gazette = await GazetteDesk.ReadAsync(record, Gazette.Empty);
        if (gazette.InForce is null && await record.BooksAsync() is [.., var used])
        {
            await CarryOverAsync(used.Book, settings, record, clock);
            gazette = await GazetteDesk.ReadAsync(record, gazette);
        }

        return gazette.InForce is { } law ? await ReadAsync(law, settings, seconding, record, clock)
            : settings.WantsKeys ? Awaited(settings, seconding, clock) : throw NobodyToApprove();
    }

    /// <summary>What was in use stays in force, so that an upgrade changes nobody's standing.</summary>
    private static async Task CarryOverAsync(
        string book, Settings settings, IRecord record, TimeProvider clock)
    {
        // Of before the record kept texts only the folder can have it.
        if (await record.BookTextAsync(book) is null)
        {
            var shelf = Opening.ShelfOf(settings, null, clock);
            throw shelf.Book.Hash == book
                ? new Refusal("the record has no text of the rule book in use: start once with "
                    + "Rules:TrustFolder=true, and then without", 2)
                : new Refusal($"the record has no text of the rule book in use, {book[..12]}, and the rules "
                    + $"folder is another one, {shelf.Book.Hash[..12]}: give the folder that was in use", 2);
        }

        await new GazetteDesk(record, record, clock).EnterAsync(
            new LawCarriedOver(book[..16], book), Access.Register.Machine);
    }

    private static async Task<Shelf> ReadAsync(
        Proposal law, Settings settings, Seconding? seconding, IRecord record, TimeProvider clock)
    {
        var documents = await record.BookTextAsync(law.Content) is { } kept ? LawTexts.DocumentsOf(kept)
            : throw new Refusal($"the record has no text of the law in force, {law.Content[..12]}", 1);
        var shelf = Shelf.Open(
            documents, new Activation(settings.AcceptRecalled, seconding), LawWatch.LawOf(law),
            clock.GetUtcNow(), out var flaws);
        return shelf is null
            ? throw new Refusal(string.Join('\n', Shelf.Errors(flaws).Select(flaw => flaw.ToString()))
                + "\nthis program cannot read the law in force", 1)
            : shelf.Book.Hash == law.Book ? shelf
            : throw new Refusal($"the law in force is book {law.Book[..12]}, and reads here as "
                + $"{shelf.Book.Hash[..12]}: give Rules:AcceptRecalled as when it was approved", 1);
    }

    /// <summary>Kinds of events and calendars alone: nobody is judged by what nobody has approved.</summary>
    private static Shelf Awaited(Settings settings, Seconding? seconding, TimeProvider clock)
    {
        var shared = RuleFolder.Read(settings.RulesPath).Where(each =>
            each.File.StartsWith("events/", StringComparison.Ordinal)
            || each.File.StartsWith("calendars/", StringComparison.Ordinal)).ToList();
        return Shelf.Open(
            shared, new Activation(settings.AcceptRecalled, seconding), LawInUse.Awaited, clock.GetUtcNow(),
            out var flaws) ?? throw new Refusal(
                string.Join('\n', Shelf.Errors(flaws).Select(flaw => flaw.ToString())), 1);
    }

    private static Refusal NobodyToApprove() => new(
        "no law is in force in this record, and where nobody has to say who he is (Access:Mode=open) nobody "
        + "could approve one. Either set Access:Mode=keys, and let an author propose and another person "
        + "approve (docs/law.md), or set Rules:TrustFolder=true (--trust-folder true), which takes the rules "
        + "folder as it is, and every answer says so.\n"
        + "本档案库尚无施行中的规则，且 Access:Mode=open 时无人可以批准。或设 Access:Mode=keys，由起草人送审、"
        + "另一人批准（docs/law.md）；或设 Rules:TrustFolder=true（--trust-folder true），直接采用规则文件夹，"
        + "每个应答都会注明。", 2);
}
