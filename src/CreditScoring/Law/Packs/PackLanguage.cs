using CreditScoring.Events;
using CreditScoring.Law.Calendars;
using CreditScoring.Law.Tables;

namespace CreditScoring.Law.Packs;

/// <summary>What the texts of a pack speak of.</summary>
/// <param name="Folder">The pack, such as <c>cn/product-quality-points/2024-01-01</c>.</param>
/// <param name="Tables">Its tables by name.</param>
public sealed record PackLanguage(
    string Folder, EventCatalogue Catalogue, TierLadder Ladder,
    IReadOnlyDictionary<string, LawTable> Tables, WorkingDays WorkingDays);
