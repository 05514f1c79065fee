using CreditScoring.Loops;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Redis;

/// <summary>
/// A part of the service that lives with Redis: when Redis or the record fails it begins again from
/// what is on disk.
/// </summary>
public abstract class RedisPart(string part, LoopHealth health, ILogger log) : Loop(part, health, log);
