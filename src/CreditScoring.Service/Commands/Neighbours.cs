using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Commands;

/// <summary>What commands ask of the adapters, which only Program knows.</summary>
/// <param name="Addresses">Who reads where the neighbours are.</param>
/// <param name="Open">The record where the settings say that it is.</param>
/// <param name="Copy">One whole state of a record file, from there to a new file.</param>
/// <param name="OnTiers">Lends the tier cache at an address for a piece of work.</param>
public sealed record Neighbours(
    AddressReaders Addresses, Func<Settings, IRecord> Open, Action<string, string> Copy,
    Func<ServerAddress, TimeProvider, Func<ITierCache, Task>, Task> OnTiers);
