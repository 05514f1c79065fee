using CreditScoring.Events;

namespace CreditScoring.Service.Ports;

/// <summary>A table that somebody has handed in (导入的表格), as the record keeps it.</summary>
/// <param name="Id">Sixteen hexadecimal digits.</param>
/// <param name="Version">How often it was kept: of two that change the same, one finds it changed.</param>
/// <param name="By">Who handed it in, as acts name him.</param>
/// <param name="Digest">SHA-256 of its file; empty as long as that comes.</param>
/// <param name="State">A word that only those know who work with tables.</param>
/// <param name="Body">The rest, JSON.</param>
/// <param name="At">When it was handed in.</param>
/// <param name="ChangedAt">When it was kept last.</param>
public sealed record KeptTable(
    string Id, long Version, string By, string Digest, string State, string Body, DateTimeOffset At,
    DateTimeOffset ChangedAt);

/// <summary>A part of what is kept of a table, packed or not, in pieces that fit into memory.</summary>
/// <param name="What">Its file, or something that was made of it.</param>
public sealed record TablePiece(string Table, string What, long Number, byte[] Octets);

/// <summary>
/// What the record keeps of tables that are handed in: changed in place and removed, in no chain and no
/// standing. What of them becomes events is in the record as all events are.
/// </summary>
public interface ITableRecord
{
    /// <summary>Keeps a table: new with version 1, else in the place of the version before.</summary>
    /// <returns>False: somebody else has changed it, and nothing was kept.</returns>
    Task<bool> KeepTableAsync(KeptTable table);

    /// <summary>Keeps a piece, in the place of the one before.</summary>
    Task KeepPieceAsync(TablePiece piece);

    /// <summary>Removes all pieces of a sort.</summary>
    Task ForgetPiecesAsync(string table, string what);

    /// <summary>Null: there is none.</summary>
    Task<KeptTable?> TableAsync(string id);

    /// <summary>The last first.</summary>
    /// <param name="by">Only those that he has handed in; null: all.</param>
    Task<IReadOnlyList<KeptTable>> TablesAsync(string? by, int limit, int skip);

    /// <summary>Those in one of some states, the first first.</summary>
    Task<IReadOnlyList<KeptTable>> TablesInAsync(params string[] states);

    /// <summary>Those of the same file, the first first.</summary>
    Task<IReadOnlyList<KeptTable>> TablesOfAsync(string digest);

    /// <summary>The next piece behind a number; null: there is none.</summary>
    Task<TablePiece?> PieceAsync(string table, string what, long after);

    /// <summary>Those of some events that are known, some thousands at the most.</summary>
    Task<IReadOnlyDictionary<EventId, KeptEvent>> KnownAsync(IReadOnlyCollection<EventId> events);
}
