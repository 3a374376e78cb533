let audio: AudioContext | undefined

/** Right: short and high. */
export function soundRight(): void {
  tone(1_320, 0.09)
}

/** Wrong: long and low, and the device shakes. */
export function soundWrong(): void {
  tone(196, 0.6)
  navigator.vibrate?.([300, 100, 300])
}

function tone(frequency: number, seconds: number): void {
  try {
    audio ??= new AudioContext()
    const [oscillator, volume] = [audio.createOscillator(), audio.createGain()]
    oscillator.type = 'square'
    oscillator.frequency.value = frequency
    volume.gain.value = 0.15
    oscillator.connect(volume).connect(audio.destination)
    oscillator.start()
    oscillator.stop(audio.currentTime + seconds)
  } catch {
    // A device without sound still shows the colour.
  }
}

/** Keeps the screen awake as long as the page is in front, where the device can. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  const keep = (given: WakeLockSentinel) => {
    lock = given
  }
  const ask = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').then(keep, () => undefined)
  }
  ask()
  document.addEventListener('visibilitychange', ask)
  return () => {
    document.removeEventListener('visibilitychange', ask)
    void lock?.release()
  }
}
