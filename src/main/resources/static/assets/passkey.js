// Passkeys (WebAuthn): signing in with one and making one. Without this script the one-time word is the way in.

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0))
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

async function post (url, body) {
  const csrf = document.querySelector('meta[name=csrf]')
  const headers = { 'Content-Type': 'application/json', [csrf.dataset.header]: csrf.content }
  const answer = await fetch(url, { method: 'POST', headers, body: body && JSON.stringify(body) })
  if (!answer.ok) throw new Error('refused: ' + answer.status)
  return answer.json()
}

async function signIn () {
  const options = await post('/webauthn/authenticate/options')
  options.challenge = bytes(options.challenge)
  options.allowCredentials = (options.allowCredentials || []).map(each => ({ ...each, id: bytes(each.id) }))
  const passkey = await navigator.credentials.get({ publicKey: options })
  const response = passkey.response
  const result = await post('/login/webauthn', {
    id: passkey.id,
    rawId: text(passkey.rawId),
    response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : undefined
    },
    credType: passkey.type,
    clientExtensionResults: passkey.getClientExtensionResults(),
    authenticatorAttachment: passkey.authenticatorAttachment
  })
  window.location.assign(result.redirectUrl)
}

async function make () {
  const options = await post('/webauthn/register/options')
  options.challenge = bytes(options.challenge)
  options.user.id = bytes(options.user.id)
  options.excludeCredentials = (options.excludeCredentials || []).map(each => ({ ...each, id: bytes(each.id) }))
  const passkey = await navigator.credentials.create({ publicKey: options })
  const response = passkey.response
  const credential = {
    id: passkey.id,
    rawId: text(passkey.rawId),
    response: {
      attestationObject: text(response.attestationObject),
      clientDataJSON: text(response.clientDataJSON),
      transports: response.getTransports ? response.getTransports() : []
    },
    type: passkey.type,
    clientExtensionResults: passkey.getClientExtensionResults(),
    authenticatorAttachment: passkey.authenticatorAttachment
  }
  await post('/webauthn/register', { publicKey: { credential, label: 'passkey' } })
  document.getElementById('passkey-made').hidden = false
}

function offer (area, button, action) {
  if (!document.getElementById(area) || !window.PublicKeyCredential) return
  document.getElementById(area).hidden = false
  const failed = document.getElementById('passkey-failed')
  document.getElementById(button).addEventListener('click', () => {
    failed.hidden = true
    action().catch(() => { failed.hidden = false })
  })
}

offer('passkey-sign-in', 'use-passkey', signIn)
offer('passkey-register', 'make-passkey', make)
