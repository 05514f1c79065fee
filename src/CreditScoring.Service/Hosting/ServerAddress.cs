namespace CreditScoring.Service.Hosting;

/// <summary>
/// Where a neighbour is, as its adapter has read it from the settings; shown (<c>ToString</c>) without
/// user and password.
/// </summary>
public abstract class ServerAddress;

/// <summary>Reads the address of a neighbour from the settings.</summary>
/// <param name="wrong">What cannot be used is added to it; it never repeats a password.</param>
/// <returns>Null: there is none, or it cannot be used.</returns>
public delegate ServerAddress? AddressReader(
    IConfiguration configuration, Switches switches, ICollection<string> wrong);

/// <summary>Who reads the addresses: the adapters, which only Program knows.</summary>
/// <param name="Postgres">Of <c>Record:Postgres</c>.</param>
/// <param name="Redis">Of <c>Redis:Connection</c>.</param>
public sealed record AddressReaders(AddressReader Postgres, AddressReader Redis);
