using CreditScoring.Enterprises;

namespace CreditScoring.Service.Ports;

/// <summary>A subject's events that were recorded by an instant.</summary>
/// <param name="Events">As they are kept, in UTF-8, one a line, in any order; empty: none was known.</param>
public sealed record KnownFile(Subject Subject, ReadOnlyMemory<byte> Events);

/// <summary>
/// What came of a back-test for some of the subjects, in order of (kind, subject); a portion is kept once,
/// and who goes on after a stop begins behind the last.
/// </summary>
/// <param name="Run">The id of the back-test.</param>
/// <param name="Number">From 1, without a gap; 0 is the plan of all.</param>
/// <param name="Until">The last subject of it.</param>
/// <param name="Body">Counts and movers, a JSON object packed with Brotli, in Base64.</param>
public sealed record BacktestPortion(string Run, long Number, Subject Until, string Body);
