using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;

namespace CreditScoring.Service.RuleShelf;

/// <summary>What the shelf holds: the book in use, and what became of the last change.</summary>
/// <param name="Since">When the book was put in use.</param>
/// <param name="Rejected">The errors of a changed folder that was not taken; empty: none.</param>
/// <param name="Notices">What is good to know of the book in use.</param>
/// <param name="Idle">Packs that are on the shelf and not in use.</param>
/// <param name="Documents">Of which the book was read.</param>
public sealed record ShelfState(
    RuleBook Book, DateTimeOffset Since, IReadOnlyList<Flaw> Rejected, IReadOnlyList<Flaw> Notices,
    IReadOnlyList<string> Idle, IReadOnlyList<SourceText> Documents)
{
    /// <summary>By what right the book is in use.</summary>
    public LawInUse Law { get; init; } = LawInUse.Folder;
}

/// <summary>
/// Holds the rule book in use. Changing it is one assignment: whoever took the book before goes on
/// with it to the end of his batch. A flawed book is never taken.
/// </summary>
public sealed class Shelf
{
    private readonly Activation activation;
    private volatile ShelfState state;

    private Shelf(Activation activation, ShelfState state)
    {
        this.activation = activation;
        this.state = state;
    }

    public ShelfState State => state;

    public RuleBook Book => state.Book;

    /// <summary>The print of the folder that it was opened with; null: it was opened with none.</summary>
    public string? Opened { get; private set; }

    /// <summary>The first book; null where the documents are flawed, which the flaws say.</summary>
    public static Shelf? Open(
        IReadOnlyList<SourceText> documents, Activation activation, DateTimeOffset at,
        out IReadOnlyList<Flaw> flaws)
    {
        var reading = activation.Read(documents, out var idle, out var active);
        flaws = reading.Flaws;
        return reading.Book is { } book
            ? new Shelf(activation, new ShelfState(book, at, [], reading.Flaws, idle, active)) : null;
    }

    /// <summary>The first book, of a rules folder; who watches that one need not read it again.</summary>
    /// <inheritdoc cref="Open(IReadOnlyList{SourceText},Activation,DateTimeOffset,out IReadOnlyList{Flaw})"/>
    public static Shelf? Open(
        FolderLook folder, Activation activation, DateTimeOffset at, out IReadOnlyList<Flaw> flaws)
    {
        var shelf = Open(folder.Documents, activation, at, out flaws);
        if (shelf is not null)
        {
            shelf.Opened = folder.Print;
        }

        return shelf;
    }

    /// <summary>The first book, of a law that is in force, or of none.</summary>
    /// <inheritdoc cref="Open(IReadOnlyList{SourceText},Activation,DateTimeOffset,out IReadOnlyList{Flaw})"/>
    public static Shelf? Open(
        IReadOnlyList<SourceText> documents, Activation activation, LawInUse law, DateTimeOffset at,
        out IReadOnlyList<Flaw> flaws)
    {
        var shelf = Open(documents, activation, at, out flaws);
        if (shelf is not null)
        {
            shelf.state = Under(law, shelf.state);
        }

        return shelf;
    }

    /// <summary>
    /// Puts in use what is in force, or keeps the last good book and says why it has to: who reads it
    /// otherwise than those who approved it judges nobody by it.
    /// </summary>
    /// <param name="expected">The hash of the book that was approved.</param>
    public ShelfState Put(
        IReadOnlyList<SourceText> documents, string expected, LawInUse law, DateTimeOffset at)
    {
        var reading = activation.Read(documents, out var idle, out var active);
        return state = reading.Book switch
        {
            null => state with { Rejected = Errors(reading.Flaws) },
            { } other when other.Hash != expected => state with { Rejected = [Otherwise(other, expected)] },
            { } book => Under(law, new ShelfState(book, at, [], reading.Flaws, idle, active)),
        };
    }

    /// <summary>Why documents would not be put in use; empty: they would.</summary>
    /// <param name="expected">The hash of the book that was approved.</param>
    public IReadOnlyList<Flaw> FlawsOf(IReadOnlyList<SourceText> documents, string expected)
    {
        var reading = activation.Read(documents, out _, out _);
        return reading.Book is null ? Errors(reading.Flaws)
            : reading.Book.Hash == expected ? [] : [Otherwise(reading.Book, expected)];
    }

    /// <summary>The book in use stays, for these reasons, or for none.</summary>
    public void Keeps(IReadOnlyList<Flaw> why) => state = state with { Rejected = why };

    private static ShelfState Under(LawInUse law, ShelfState state) => state with
    {
        Law = law, Book = law.Publication is { } id ? state.Book.Under(id) : state.Book,
    };

    private static Flaw Otherwise(RuleBook book, string expected) => new(
        "book-otherwise", Place.Whole("law"),
        new Wording($"本程序读出的规则册为 {book.Hash[..12]}，批准的为 {expected[..12]}",
            $"this program reads it as book {book.Hash[..12]}, and book {expected[..12]} was approved"),
        new Wording("各工作进程的 Rules:AcceptRecalled 和程序版本应当相同",
            "give all workers the same Rules:AcceptRecalled and the same version of the program"));

    /// <summary>Takes changed documents, or keeps the last good book and says why.</summary>
    /// <param name="folder">Where the documents are from, as it is told.</param>
    /// <param name="accepted">What accepted-book says; null: there is none.</param>
    public ShelfState Offer(
        IReadOnlyList<SourceText> documents, string folder, string? accepted, DateTimeOffset at)
    {
        var reading = activation.Read(documents, out var idle, out var active);
        var edits = FrozenPacks.Edits(state, documents, reading.Book, accepted);
        return state = reading.Book switch
        {
            null => state with { Rejected = [.. edits, .. Errors(reading.Flaws)] },
            _ when edits.Count > 0 => state with { Rejected = edits },
            { } less when Withdrawn(less, folder, accepted) is { } flaw => state with { Rejected = [flaw] },
            { } same when same.Hash == state.Book.Hash =>
                state with { Rejected = [], Notices = reading.Flaws, Idle = idle, Documents = active },
            { } book => new ShelfState(book, at, [], reading.Flaws, idle, active),
        };
    }

    private Flaw? Withdrawn(RuleBook book, string folder, string? accepted) => Withdrawal.Of(
        book, Book.Regimes.Select(each => each.Name), Book.Catalogue.Kinds.Select(each => each.Name), folder,
        accepted);

    /// <summary>The book in use with other engines, of the very documents that it was read of.</summary>
    /// <param name="seconding">The second engine that judges beside; null: none does.</param>
    public RuleBook BookBy(Seconding? seconding) =>
        seconding is null && Book.Mode == JudgingMode.Off ? Book
            : RuleBookReader.Read(state.Documents, seconding).Prepared().Book!;

    public static IReadOnlyList<Flaw> Errors(IEnumerable<Flaw> flaws) =>
        [.. flaws.Where(flaw => flaw.Severity == Severity.Error)];
}
